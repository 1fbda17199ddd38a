import Foundation

/// Cancels a Rust future while it runs, and never after: its handle is a pointer that ends with it.
final class RustFutureCancellation: @unchecked Sendable {
    private let lock = NSLock()
    private var future: UInt64?
    private let cancelFuture: @Sendable (UInt64) -> Void

    init(_ future: UInt64, by cancelFuture: @escaping @Sendable (UInt64) -> Void) {
        self.future = future
        self.cancelFuture = cancelFuture
    }

    /// Cancels the future, unless it has ended.
    func cancel() {
        lock.withLock { future.map(cancelFuture) }
    }

    /// To be called before the future is freed.
    func end() {
        lock.withLock { future = nil }
    }
}
