import type { MediaFile } from '../../media/files';

/** Fields that rows and single files share (contract: MediaRow, Media). */
export function mediaFields(file: MediaFile, generation: 'docs' | 'sdk') {
	const isReady = file.status === 'ready';
	const key = isReady ? `${file.orgId}/${file.name}` : null;
	const waiting = generation === 'docs' ? 'importing' : 'optimizing';
	return {
		name: file.name,
		brand_id: file.brandId,
		created_at: file.createdAt,
		url: key === null ? null : `https://media.example.net/${key}`,
		storage_key: key,
		file_size_bytes: file.bytes,
		content_type: file.contentType,
		status: file.status === 'importing' ? waiting : file.status,
		uploaded_via_api: true,
	};
}
