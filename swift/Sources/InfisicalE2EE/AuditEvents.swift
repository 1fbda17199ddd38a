extension AuditLogs {
    /// Everything that happened, newest first, page by page as it is asked for. Each loop over it asks
    /// anew.
    ///
    /// The parameters and errors are those of
    /// ``query(project:events:actor:channel:start:end:metadata:cursor:limit:timeout:)``;
    /// `limit` and `timeout` are for each page. If the task is cancelled, the loop throws
    /// `CancellationError`.
    ///
    /// ```swift
    /// for try await event in client.auditLogs.events(start: Date.now.addingTimeInterval(-86_400)) {
    ///     print(event.event)
    /// }
    /// ```
    public func events(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        start: (any AuditTime)? = nil,
        end: (any AuditTime)? = nil,
        metadata: [String: String] = [:],
        cursor: String? = nil,
        limit: Int? = nil,
        timeout: Duration? = nil
    ) -> AuditEvents {
        AuditEvents(from: cursor) { [self] cursor in
            try await query(
                project: project, events: events, actor: actor, channel: channel,
                start: start, end: end, metadata: metadata, cursor: cursor, limit: limit,
                timeout: timeout)
        }
    }
}

/// Events of an audit log, newest first, page by page as they are asked for. See
/// ``AuditLogs/events(project:events:actor:channel:start:end:metadata:cursor:limit:timeout:)``.
public struct AuditEvents: AsyncSequence, Sendable {
    typealias Page = @Sendable (_ cursor: String?) async throws -> AuditLogPage

    private let cursor: String?
    private let page: Page

    init(from cursor: String?, page: @escaping Page) {
        self.cursor = cursor
        self.page = page
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(from: cursor, page: page)
    }

    /// One pass over the events.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let page: Page
        private var cursor: String?
        private var waiting: ArraySlice<AuditEvent> = []
        private var isLast = false

        fileprivate init(from cursor: String?, page: @escaping Page) {
            self.cursor = cursor
            self.page = page
        }

        /// The next event; `nil` after the last, or after an error.
        ///
        /// - Throws: ``InfisicalError`` as ``AuditLogs`` says of `query`; `CancellationError` if the task
        ///   is cancelled, also where an event is at hand: what was left out must not look like the end.
        public mutating func next() async throws -> AuditEvent? {
            if waiting.isEmpty, isLast { return nil }
            do {
                try Task.checkCancellation()
                while waiting.isEmpty, !isLast {
                    try await fetch()
                }
                return waiting.popFirst()
            } catch {
                waiting = []
                isLast = true
                throw error
            }
        }

        private mutating func fetch() async throws {
            let page = try await page(cursor)
            waiting = page.events[...]
            cursor = page.next
            isLast = page.next == nil
        }
    }
}
