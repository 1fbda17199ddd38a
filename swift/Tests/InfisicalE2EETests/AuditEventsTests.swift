import Foundation
import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

@Suite struct AuditEventsTests {
    private struct Failed: Error {}

    @Test func eventsReadEveryPage() async throws {
        let log = Log(pages: ["ab", "c", "de"])
        #expect(try await ids(of: log.events()) == "abcde")
        #expect(await log.asked == [nil, "1", "2"])
    }

    @Test func eventsContinueAfterAnEmptyPage() async throws {
        let log = Log(pages: ["", "a", "", "", "b", ""])
        #expect(try await ids(of: log.events()) == "ab")
        #expect(try await ids(of: Log(pages: [""]).events()) == "")
    }

    @Test func eventsStartAtTheCursor() async throws {
        let log = Log(pages: ["a", "b", "c"])
        #expect(try await ids(of: log.events(from: "1")) == "bc")
        #expect(await log.asked == ["1", "2"])
    }

    @Test func eventsEndedEarlyRequestNoFurtherPage() async throws {
        let log = Log(pages: ["ab", "c"])
        for try await event in log.events() where event.id == "b" {
            break
        }
        #expect(await log.asked == [nil])
    }

    @Test func eventsRequestPagesAgainForEachLoop() async throws {
        let log = Log(pages: ["a", "b"])
        let events = log.events()
        #expect(try await ids(of: events) == "ab")
        #expect(try await ids(of: events) == "ab")
        #expect(await log.asked == [nil, "1", nil, "1"])
    }

    @Test(arguments: [["abc"], ["a", "bc"]])
    func eventsCancelledThrowCancellationError(_ pages: [String]) async {
        let events = Log(pages: pages).events()
        let loop = Task {
            for try await _ in events {
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        await #expect(throws: CancellationError.self) { try await loop.value }
    }

    @Test func eventsEndAfterAnError() async throws {
        let events = AuditEvents(from: nil) { cursor in
            guard cursor == nil else { throw Failed() }
            return page("a", next: "1")
        }
        var iterator = events.makeAsyncIterator()
        #expect(try await iterator.next()?.id == "a")
        await #expect(throws: Failed.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }
}

/// A log whose pages have one event per letter. The cursors are the page numbers.
private actor Log {
    private let pages: [String]
    private(set) var asked: [String?] = []

    init(pages: [String]) {
        self.pages = pages
    }

    nonisolated func events(from cursor: String? = nil) -> AuditEvents {
        AuditEvents(from: cursor) { await self.page(at: $0) }
    }

    private func page(at cursor: String?) -> AuditLogPage {
        asked.append(cursor)
        let number = cursor.flatMap { Int($0) } ?? 0
        let next = number + 1 < pages.count ? String(number + 1) : nil
        return InfisicalE2EETests.page(pages[number], next: next)
    }
}

private func page(_ letters: String, next: String?) -> AuditLogPage {
    let events = letters.map {
        NativeAuditEvent(
            id: String($0), event: "read", actorType: "user", actorId: nil, actorName: nil,
            ipAddress: nil, userAgent: nil, channel: nil, projectId: nil, createdAt: nil,
            details: [])
    }
    return AuditLogPage(NativeAuditLogPage(events: events, next: next))
}

private func ids(of events: AuditEvents) async throws -> String {
    try await events.reduce(into: "") { $0 += $1.id }
}
