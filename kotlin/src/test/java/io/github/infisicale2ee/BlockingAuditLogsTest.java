package io.github.infisicale2ee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class BlockingAuditLogsTest {
    private static final List<String> KIND = List.of("create-secret");

    private final List<String> asked = new ArrayList<>();
    private final Iterable<AuditEvent> events =
            BlockingAuditLogsKt.pagewiseBlocking(
                    "a",
                    cursor -> {
                        asked.add(cursor);
                        return Map.of(
                                        "a", new AuditLogPage(List.of(event("3"), event("2")), "b"),
                                        "b", new AuditLogPage(List.of(), "c"),
                                        "c", new AuditLogPage(List.of(event("1")), null))
                                .get(cursor);
                    });

    private static AuditEvent event(String id) {
        return new AuditEvent(
                id, "read", "user", null, null, null, null, null, null, null, List.of());
    }

    private static <T> Stream<T> stream(Iterable<T> iterable) {
        return StreamSupport.stream(iterable.spliterator(), false);
    }

    @Test
    void eventsReadsEveryPageAlsoAfterAnEmptyOne() {
        List<String> seen = new ArrayList<>();
        for (AuditEvent event : events) seen.add(event.getId());
        assertEquals(List.of("3", "2", "1"), seen);
        assertEquals(List.of("a", "b", "c"), asked);
        assertEquals(List.of("3", "2", "1"), stream(events).map(AuditEvent::getId).toList());
        assertEquals(List.of("a", "b", "c", "a", "b", "c"), asked);
    }

    @Test
    void eventsRequestsOnlyPagesThatAreRead() {
        Iterator<AuditEvent> iterator = events.iterator();
        assertEquals(List.of(), asked);
        iterator.next();
        iterator.next();
        assertEquals(List.of("a"), asked);
        assertEquals("1", iterator.next().getId());
        assertThrows(NoSuchElementException.class, iterator::next);

        asked.clear();
        assertEquals(1, stream(events).limit(1).toList().size());
        assertEquals(List.of("a"), asked);
    }

    @Test
    void eventsOfAServerByPageSizeAndFilter() {
        try (LocalServer server = new LocalServer("jun24");
                BlockingClient user = server.getUser().blocking()) {
            SecretPlace in = new SecretPlace().project(server.getProject());
            for (String name : List.of("A", "B", "C")) user.secrets().create(name, "value", in);

            BlockingAuditLogs log = user.auditLogs();
            AuditLogFilter filter = new AuditLogFilter().project(server.getProject()).events(KIND);
            List<AuditEvent> all = log.query(filter).getEvents();
            assertEquals(3, all.size());
            assertEquals(all, stream(log.events(filter, null, 1L)).toList());
            String next = log.query(filter, null, 2L).getNext();
            assertEquals(all.subList(2, 3), stream(log.events(filter, next, 2L)).toList());

            Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
            Instant soon = Instant.now().plus(Duration.ofMinutes(1));
            assertEquals(all, stream(log.events(filter.start(hourAgo).end(soon))).toList());
            assertEquals(List.of(), log.query(filter.start(soon.toString())).getEvents());
            assertEquals(List.of(), log.query(filter.end(hourAgo.toString())).getEvents());
            assertEquals(List.of(), log.query(filter.actor("nobody")).getEvents());
            assertEquals(List.of(), log.query(filter.channel("web")).getEvents());
            assertEquals(3, Arrays.stream(log.export(filter).split("\n")).count());
        }
    }

    @Test
    void eventsWithInvalidFilterThrowWhileIterating() {
        try (BlockingClient client = Client.builder().baseUrl("http://127.0.0.1:1").build().blocking()) {
            AuditLogFilter filter = new AuditLogFilter().start("yesterday");
            Iterator<AuditEvent> iterator = client.auditLogs().events(filter).iterator();
            assertThrows(InvalidInputException.class, iterator::hasNext);
            AuditLogFilter half = new AuditLogFilter().metadata(Map.of("name", "\ud800"));
            assertThrows(InvalidInputException.class, () -> client.auditLogs().export(half));
        }
    }
}
