extension AuditLogs {
    /// All events, newest first; each page is requested when the loop reaches it. Each loop
    /// requests the pages again.
    ///
    /// The parameters and errors are those of
    /// ``query(project:events:actor:channel:start:end:metadata:cursor:limit:timeout:)``;
    /// `limit` and `timeout` are for each page. If the task is cancelled, the loop throws
    /// `CancellationError`.
    ///
    /// ```swift
    /// let yesterday = Date.now.addingTimeInterval(-86_400)
    /// for try await event in client.auditLogs.events(start: yesterday) {
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

/// Events of an audit log, newest first; each page is requested when the loop reaches it. See
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
        /// - Throws: ``InfisicalError`` as `query` of ``AuditLogs``; `CancellationError` if the
        ///   task is cancelled, even if an event is available, so that a cancelled loop does not
        ///   look complete.
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
