/** Several limits of single waits, and the installation of n8n before the first of all tests. */
jest.setTimeout(1_200_000);
