package io.github.infisicale2ee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BlockingClientTest {
    @Test
    void userSignsUpWritesAndReadsSecrets() {
        try (LocalServer server = new LocalServer("feb24")) {
            String email = "grace@example.test";
            try (BlockingClient anyone =
                    Client.builder().baseUrl(server.getBaseUrl()).build().blocking()) {
                anyone.account().startSignUp(email);
                anyone.account().completeSignUp(email, server.code(email), "a password", true);
            }
            try (BlockingClient user =
                    Client.builder()
                            .baseUrl(server.getBaseUrl())
                            .user(email, "a password")
                            .environment("dev")
                            .timeout(Duration.ofSeconds(20))
                            .build()
                            .blocking()) {
                assertEquals(email, user.account().me().getEmail());
                assertEquals(1, user.organizations().list().size());
                Project project = user.projects().create("Compilers");
                assertEquals(project.getId(), user.projects().get(project.getId()).getId());
                Fingerprint own = user.members().fingerprint();
                assertEquals(own, user.projects().openKey(project.getId()).getSealedBy());

                SecretPlace in = new SecretPlace().project(project.getId());
                user.secrets().create("FLAG", "on", in, "a comment");
                assertEquals("off", user.secrets().update("FLAG", "off", in).getValue());
                assertEquals(Map.of("FLAG", "off"), user.secrets().list(in).toMap());

                String token =
                        user.serviceTokens()
                                .create(
                                        "reader",
                                        project.getId(),
                                        List.of(new ServiceTokenScope("dev", "/")),
                                        Set.of(Permission.READ),
                                        Duration.ofHours(1))
                                .getToken();
                reads(server.getBaseUrl(), token);
            }
        }
    }

    private void reads(String baseUrl, String token) {
        try (BlockingClient reader =
                Client.builder().baseUrl(baseUrl).token(token).build().blocking()) {
            assertNotNull(reader.serviceTokens().describe().getExpiresAt());
            assertEquals("off", reader.secrets().get("FLAG").getValue());
            assertEquals("FLAG", reader.secrets().list().get(0).getName());
            assertEquals("a comment", reader.secrets().list().get("FLAG").getComment());
            NotFoundException error =
                    assertThrows(NotFoundException.class, () -> reader.secrets().get("NOTHING"));
            assertInstanceOf(RuntimeException.class, error);
            assertEquals("not_found", error.getCode());
            assertEquals(null, error.retryAfterAsJavaDuration());
            assertThrows(
                    PermissionDeniedException.class, () -> reader.secrets().delete("FLAG"));
        }
    }

    @Test
    void userManagesProjectsMembersAndIdentities() {
        try (LocalServer server = new LocalServer("jun24");
                BlockingClient user = server.getUser().blocking()) {
            String project = server.getProject();
            assertEquals("Looms", user.projects().rename(project, "Looms").getName());
            assertEquals(
                    Boolean.TRUE,
                    user.projects().setAutoCapitalization(project, true).getAutoCapitalization());
            assertTrue(user.projects().isKeySharedWithServer(project));
            assertTrue(user.projects().blindIndexStatus(project));
            assertEquals(0, user.projects().enableBlindIndices(project).getNamed());
            Member me = user.members().list(project).get(0);
            assertEquals(me, user.members().shareKey(me.getId(), project));
            assertEquals(me, user.members().invite(server.getEmail(), project));
            assertTrue(user.capabilities().getMachineIdentities());

            SecretPlace in = new SecretPlace().project(project).environment("dev");
            user.secrets().create("FLAG", "on", in);
            Identity identity = user.identities().create("Robot");
            String clientId =
                    user.identities()
                            .attachUniversalAuth(
                                    identity.getId(),
                                    new UniversalAuthSettings()
                                            .accessTokenTtl(Duration.ofHours(1)));
            String clientSecret =
                    user.identities()
                            .createClientSecret(identity.getId(), "tests", Duration.ofHours(1))
                            .getClientSecret();
            UniversalAuth auth = user.identities().universalAuth(identity.getId());
            assertEquals(clientId, auth.getClientId());
            assertEquals(Duration.ofHours(1), auth.accessTokenTtlAsJavaDuration());
            UniversalAuthSettings fromHere =
                    new UniversalAuthSettings()
                            .clientSecretTrustedIps(List.of("127.0.0.0/8"))
                            .accessTokenTrustedIps(List.of("127.0.0.1"))
                            .accessTokenMaxUses(99);
            auth = user.identities().updateUniversalAuth(identity.getId(), fromHere);
            assertEquals(List.of("127.0.0.0/8"), auth.getClientSecretTrustedIps());
            assertEquals(List.of("127.0.0.1"), auth.getAccessTokenTrustedIps());
            assertEquals(99L, auth.getAccessTokenMaxUses());
            assertEquals(Duration.ofHours(1), auth.accessTokenTtlAsJavaDuration());
            user.identities().addToProject(identity.getId(), "viewer", project);
            try (BlockingClient machine =
                    Client.builder()
                            .baseUrl(server.getBaseUrl())
                            .machineIdentity(clientId, clientSecret)
                            .requireE2ee(false)
                            .build()
                            .blocking()) {
                Secret flag = machine.secrets().get("FLAG", in);
                assertEquals("on", flag.getValue());
                assertEquals(false, flag.getEndToEndEncrypted());
            }
            user.identities().delete(identity.getId());
            assertEquals(List.of(), user.identities().list());
        }
    }

    @Test
    void userManagesRolesGroupsAndAccessTokens() {
        try (LocalServer server = new LocalServer("modern");
                BlockingClient user = server.getUser().blocking()) {
            String project = server.getProject();
            RolePermission reading = new RolePermission("secrets", List.of("read"));
            user.roles().create("reader", "Reader", null, List.of(reading), project);
            assertEquals("Reader", user.roles().get("reader", project).getName());
            user.roles().update("reader", null, "Readers", null, null, project);
            assertEquals("Readers", user.roles().list(project).get(0).getName());

            Group group = user.groups().create("Readers");
            user.groups().addMember(group.getId(), server.getEmail());
            user.groups().addToProject(group.getId(), "reader", project);
            assertEquals(
                    List.of("reader"), user.groups().listInProject(project).get(0).getRoles());
            user.groups().delete(group.getId());

            String robot = user.identities().create("Robot").getId();
            user.identities().addToProject(robot, "viewer", project);
            TokenAuthSettings hour = new TokenAuthSettings().accessTokenTtl(Duration.ofHours(1));
            user.identities().attachTokenAuth(robot, hour);
            // Servers compare the maximum lifetime with the lifetime.
            TokenAuthSettings twice = hour.accessTokenMaxTtl(Duration.ofHours(2));
            assertEquals(
                    Duration.ofHours(2),
                    user.identities()
                            .updateTokenAuth(robot, twice)
                            .accessTokenMaxTtlAsJavaDuration());
            CreatedAccessToken token = user.identities().createAccessToken(robot);
            assertEquals(Duration.ofHours(1), token.expiresInAsJavaDuration());
            try (BlockingClient machine =
                    Client.builder()
                            .baseUrl(server.getBaseUrl())
                            .identityToken(token.getAccessToken())
                            .build()
                            .blocking()) {
                SecretPlace in = new SecretPlace().project(project).environment("dev");
                assertEquals(Map.of(), machine.secrets().list(in).toMap());
            }
        }
    }

    @Test
    void callEndsByTimeoutOrInterrupt() throws Exception {
        try (LocalServer server = new LocalServer("feb24");
                PausableProxy proxy = new PausableProxy(server.getBaseUrl());
                BlockingClient client =
                        Client.builder().baseUrl(proxy.getBaseUrl()).build().blocking()) {
            proxy.setPaused(true);
            BlockingClient hasty = client.withTimeout(Duration.ofMillis(100));
            assertThrows(
                    OperationTimeoutException.class,
                    () -> hasty.account().startSignUp("a@example.test"));

            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread thread =
                    new Thread(
                            () -> {
                                assertThrows(
                                        OperationCancelledException.class,
                                        () -> client.account().startSignUp("a@example.test"));
                                interrupted.complete(Thread.currentThread().isInterrupted());
                            });
            thread.start();
            Thread.sleep(200);
            thread.interrupt();
            assertTrue(interrupted.get());
        }
    }
}
