package io.github.infisicale2ee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A trust store from Java. */
class TrustStorageTest {
    /** Keeps the contents in memory. */
    private static class Memory implements TrustStorage {
        private final AtomicReference<byte[]> contents = new AtomicReference<>();

        @Override
        public byte[] load() throws IOException {
            return contents.get();
        }

        @Override
        public void save(byte[] contents) throws IOException {
            this.contents.set(contents);
        }
    }

    private static BlockingClient client(LocalServer server, TrustStorage storage) {
        return Client.builder()
                .baseUrl(server.getBaseUrl())
                .user(server.getEmail(), server.getPassword())
                .project(server.getProject())
                .environment("dev")
                .trustStorage(storage)
                .build()
                .blocking();
    }

    @Test
    void clientWithTrustStorageDetectsADeletionUntilItIsAccepted() {
        TrustStorage storage = new Memory();
        SecretPlace place = new SecretPlace();
        try (LocalServer server = new LocalServer();
                BlockingClient client = client(server, storage)) {
            client.secrets().create("A", "1");
            try (BlockingClient other = client(server, new Memory())) {
                other.secrets().delete("A");
            }
            assertThrows(TamperingSuspectedException.class, () -> client.secrets().get("A"));
            assertEquals(0, client.trust().forgetSecrets(place, List.of("B")));
            assertEquals(1, client.trust().forgetSecrets());
            assertThrows(NotFoundException.class, () -> client.secrets().get("A"));
            client.trust().forgetProject(server.getProject());
        }
    }

    @Test
    void checkedExceptionOfAStorageBecomesTheTextOfTheError() {
        TrustStorage broken =
                new Memory() {
                    @Override
                    public byte[] load() throws IOException {
                        throw new IOException("no disk");
                    }
                };
        try (LocalServer server = new LocalServer();
                BlockingClient client = client(server, broken)) {
            InvalidInputException error =
                    assertThrows(InvalidInputException.class, () -> client.secrets().list());
            assertTrue(error.getMessage().contains("IOException: no disk"), error.getMessage());
        }
    }

    @Test
    void nullTrustStoreIsRefused() {
        for (Runnable call :
                List.<Runnable>of(
                        () -> Client.builder().trustStore(null),
                        () -> Client.builder().trustStorage(null),
                        () -> TrustStore.file(null),
                        () -> TrustStore.of(null))) {
            InvalidInputException error = assertThrows(InvalidInputException.class, call::run);
            assertTrue(error.getMessage().contains("is null"), error.getMessage());
        }
    }
}
