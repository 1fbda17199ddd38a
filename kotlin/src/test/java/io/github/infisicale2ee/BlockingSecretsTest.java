package io.github.infisicale2ee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BlockingSecretsTest {
    private static final SecretPlace MINE = new SecretPlace().type(SecretType.PERSONAL);

    /** No server listens here, so requests that are sent fail with another error. */
    private static BlockingClient nowhere() {
        return Client.builder()
                .baseUrl("http://127.0.0.1:1")
                .user("a@b.test", "p")
                .project("p-1")
                .environment("dev")
                .build()
                .blocking();
    }

    private static void refused(String message, Executable call) {
        InvalidInputException error = assertThrows(InvalidInputException.class, call);
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }

    @Test
    void callsForSharedSecretsOnlyRefusePersonalType() {
        try (BlockingClient client = nowhere()) {
            BlockingSecrets secrets = client.secrets();
            List<String> names = List.of("NAME");
            List<Executable> calls =
                    List.of(
                            () -> secrets.deleteMany(names, MINE),
                            () -> secrets.setMany(List.of(new NewValue("NAME", "value")), MINE),
                            () -> secrets.setMany(Map.of("NAME", "value"), MINE),
                            () -> secrets.setTags("NAME", List.of("tag"), MINE),
                            () -> secrets.move(names, MINE, new SecretPlace().path("/a")),
                            () -> secrets.move(names, new SecretPlace(), MINE.path("/a")),
                            () -> client.folders().list(MINE),
                            () -> client.folders().create("a", MINE),
                            () -> client.folders().rename("a", "b", MINE),
                            () -> client.folders().delete("a", MINE),
                            () -> client.secretImports().list(MINE),
                            () -> client.secretImports().create("dev", "/a", MINE),
                            () -> client.secretImports().update("i-1", MINE, "dev"),
                            () -> client.secretImports().delete("i-1", MINE),
                            () -> client.snapshots().list(MINE),
                            () -> client.snapshots().count(MINE));
            for (Executable call : calls) refused("does not support personal secrets", call);
        }
    }

    @Test
    void moveToAnotherProjectIsRefused() {
        try (BlockingClient client = nowhere()) {
            SecretPlace here = new SecretPlace().project("p-1");
            SecretPlace there = new SecretPlace().project("p-2").path("/a");
            List<String> names = List.of("NAME");
            refused("within the project", () -> client.secrets().move(names, here, there));
            refused(
                    "within the project",
                    () -> client.secrets().move(names, new SecretPlace(), there));
        }
    }

    @Test
    void secretPlaceSelectsFolderAndType() {
        try (LocalServer server = new LocalServer("feb24");
                BlockingClient user = server.getUser().blocking()) {
            SecretPlace shared = new SecretPlace().project(server.getProject());
            SecretPlace mine = shared.type(SecretType.PERSONAL);
            BlockingSecrets secrets = user.secrets();
            secrets.create("NAME", "ours", shared, "a comment");
            secrets.create("NAME", "mine", mine);
            refused("does not support personal", () -> secrets.deleteMany(List.of("NAME"), mine));
            assertEquals("ours", secrets.get("NAME", shared).getValue());
            assertEquals("mine", secrets.get("NAME", mine).getValue());

            user.folders().create("inner", shared);
            SecretPlace inner = shared.path("/inner");
            MoveResult moved = secrets.move(List.of("NAME"), shared, inner);
            assertEquals(List.of("NAME"), moved.getMoved());
            assertEquals("ours", secrets.get("NAME", inner).getValue());
            assertEquals(
                    "theirs",
                    secrets.proposeUpdate("NAME", "theirs", inner).getSecret().getValue());
            assertEquals(
                    "new", secrets.proposeCreate("NEW", "new", inner).getSecret().getValue());
        }
    }

    @Test
    void setManyReportsProgressAndPopulatesEnvironment() {
        try (LocalServer server = new LocalServer("feb24");
                BlockingClient user = server.getUser().blocking()) {
            SecretPlace in = new SecretPlace().project(server.getProject());
            BlockingSecrets secrets = user.secrets();
            BulkResult planned = secrets.setMany(Map.of("A", "1"), in, true);
            assertEquals(BulkItem.Status.PLANNED, planned.get(0).getStatus());
            assertEquals(List.of(), secrets.list(in));

            List<Long> told = new ArrayList<>();
            BulkResult done =
                    secrets.setMany(
                            Map.of("A", "1", "B", "2"), in, false, (so, many) -> told.add(so));
            done.checkComplete();
            assertEquals(2, done.size());
            assertEquals(BulkItem.Action.CREATE, done.get(0).getAction());
            assertEquals(List.of(0L, 2L), told);

            Map<String, String> environment = new HashMap<>(Map.of("A", "theirs"));
            assertEquals(List.of("B"), secrets.list(in).populateEnvironment(environment));
            assertEquals(Map.of("A", "theirs", "B", "2"), environment);
            secrets.list(in).populateEnvironment(environment, true);
            assertEquals("1", environment.get("A"));

            secrets.deleteMany(List.of("A", "C"), in).checkComplete();
            assertEquals(Map.of("B", "2"), secrets.list(in).toMap());
        }
    }

    @Test
    void invalidServiceAccountIsRefusedWithAndWithoutGranter() {
        ClientBuilder builder = Client.builder().baseUrl("http://127.0.0.1:1");
        assertThrows(
                InvalidCredentialException.class,
                () -> builder.serviceAccount("sa.no", "key").build());
        assertThrows(
                InvalidCredentialException.class,
                () -> builder.serviceAccount("sa.no", "key", "granter").build());
    }
}
