package io.github.infisicale2ee;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The examples of the README, between marks. ReadmeTest compares them. */
final class ReadmeExamples {
    private ReadmeExamples() {}

    static void reads(String url, String token) {
        // README
        try (BlockingClient client = Client.builder().baseUrl(url).token(token).build().blocking()) {
            SecretPlace backend = new SecretPlace().environment("prod").path("/backend");
            String database = client.secrets().get("DATABASE_URL", backend).getValue();
            client.secrets().setMany(Map.of("HOST", "db.example.com"), backend).checkComplete();
            Map<String, String> settings =
                    client.withTimeout(Duration.ofSeconds(5)).secrets().list(backend).toMap();

            AuditLogFilter today = new AuditLogFilter().start(Instant.now().minus(Duration.ofDays(1)));
            for (AuditEvent event : client.auditLogs().events(today)) {
                System.out.println(event.getCreatedAt() + " " + event.getEvent());
            }
        }
        // README
    }
}
