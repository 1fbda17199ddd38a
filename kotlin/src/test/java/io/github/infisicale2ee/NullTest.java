package io.github.infisicale2ee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A null argument from Java throws an exception of the package that names it. */
class NullTest {
    private static BlockingClient nowhere() {
        return Client.builder()
                .baseUrl("http://127.0.0.1:1")
                .user("a@b.test", "p")
                .project("p-1")
                .environment("dev")
                .build()
                .blocking(Duration.ofMillis(1));
    }

    private static void refused(String message, Executable call) {
        InvalidInputException error = assertThrows(InvalidInputException.class, call);
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }

    @Test
    void callWithNullArgumentsThrowsOnlyPackageExceptions() throws IllegalAccessException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        try (BlockingClient client = nowhere()) {
            for (Method resource : BlockingClient.class.getMethods()) {
                if (!resource.getReturnType().getSimpleName().startsWith("Blocking")
                        || resource.getParameterCount() > 0) continue;
                Object target = invoke(resource, client);
                for (Method method : target.getClass().getMethods()) {
                    if (method.getDeclaringClass() == Object.class
                            || Modifier.isStatic(method.getModifiers())) continue;
                    Object[] arguments = new Object[method.getParameterCount()];
                    for (int i = 0; i < arguments.length; i++) {
                        arguments[i] = primitive(method.getParameterTypes()[i]);
                    }
                    calls++;
                    try {
                        invoke(method, target, arguments);
                    } catch (InfisicalException expected) {
                        // The client has no server, so the call may fail otherwise, but with an
                        // error of the package.
                    } catch (RuntimeException error) {
                        wrong.add(method + ": " + error);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(calls > 200, "found " + calls);
    }

    private static Object invoke(Method method, Object target, Object... arguments)
            throws IllegalAccessException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw (RuntimeException) thrown.getCause();
        }
    }

    private static Object primitive(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == long.class) return 1L;
        return type == int.class ? (Object) 1 : null;
    }

    @Test
    void callWithNullArgumentNamesIt() {
        try (BlockingClient client = nowhere()) {
            BlockingSecrets secrets = client.secrets();
            refused("name is null", () -> secrets.get(null));
            refused("value is null", () -> secrets.create("A", null));
            refused("place is null", () -> secrets.get("A", null));
            refused("names[1] is null", () -> secrets.deleteMany(Arrays.asList("A", null)));
            Map<String, String> values = new HashMap<>();
            values.put("DB_URL", null);
            refused("values[DB_URL] is null", () -> secrets.setMany(values));
            refused("name is null", () -> new NewValue(null, "a"));
            refused("value of DB_URL is null", () -> new NewValue("DB_URL", null));
            refused("filter is null", () -> client.auditLogs().events(null));
            refused("timeout is null", () -> client.withTimeout(null));
            refused("subject is null", () -> new RolePermission(null, List.of()));
            refused("permission is null", () -> new DeniedPermission("dev", null));
            refused("path is null", () -> new ServiceTokenScope("dev", null));
        }
    }

    @Test
    void setterWithNullIsRefused() {
        refused("baseUrl is null", () -> Client.builder().baseUrl(null));
        refused("token is null", () -> Client.builder().token(null));
        refused("password is null", () -> Client.builder().user("a@b.test", null));
        refused("keyPassword is null", () -> Client.builder().keyPassword(null));
        refused("clientSecret is null", () -> Client.builder().machineIdentity("a", null));
        refused("privateKey is null", () -> Client.builder().serviceAccount("a", null));
        refused("environment is null", () -> Client.builder().environment(null));
        refused("timeout is null", () -> Client.builder().timeout(null));
        refused("project is null", () -> new SecretPlace().project(null));
        refused("type is null", () -> new SecretPlace().type(null));
        refused("events is null", () -> new AuditLogFilter().events(null));
        refused("start is null", () -> new AuditLogFilter().start((Instant) null));
        refused("accessTokenTtl is null", () -> new UniversalAuthSettings().accessTokenTtl(null));
        refused(
                "accessTokenTrustedIps is null",
                () -> new TokenAuthSettings().accessTokenTrustedIps(null));
        refused("text is null", () -> SecretsFormat.JSON.parse(null));
        refused("secret is null", () -> Webhooks.verify(new byte[0], "t=1;00", null));
    }
}
