import Foundation

/// A moment that bounds an audit log: a `Date`, or RFC 3339 text.
public protocol AuditTime: Sendable {
    /// The moment as RFC 3339 text, such as `2024-06-01T00:00:00Z`.
    var rfc3339: String { get }
}

extension String: AuditTime {
    /// The text itself.
    public var rfc3339: String { self }
}

extension Date: AuditTime {
    /// The moment to the millisecond, the precision of servers.
    public var rfc3339: String {
        // A binary fraction may be just below its millisecond, and some releases of Foundation
        // truncate it.
        Self.ISO8601FormatStyle(includingFractionalSeconds: true)
            .format(addingTimeInterval(0.0001))
    }
}
