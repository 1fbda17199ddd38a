import Foundation

#if canImport(Glibc)
    import Glibc
    private let stream = Int32(SOCK_STREAM.rawValue)
#else
    import Darwin
    private let stream = SOCK_STREAM
#endif

/// A server that accepts one connection at a time, reads a request, and may respond.
final class StubServer: Sendable {
    struct Failed: Error { let call: String }

    let url: String
    private let listener: Int32

    init() throws {
        listener = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 1024) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { throw Failed(call: "listen") }
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    }

    deinit {
        close(listener)
    }

    /// The next connection, after a request has arrived on it.
    func request() async throws -> Connection {
        let listener = listener
        return try await onThread {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { throw Failed(call: "accept") }
            let connection = Connection(descriptor)
            guard connection.receive() > 0 else { throw Failed(call: "recv") }
            return connection
        }
    }

    final class Connection: Sendable {
        private let descriptor: Int32

        fileprivate init(_ descriptor: Int32) {
            self.descriptor = descriptor
            var limit = timeval(tv_sec: 5, tv_usec: 0)
            setsockopt(
                descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        }

        deinit {
            close(descriptor)
        }

        func answer(_ text: String) {
            let bytes = Array(text.utf8)
            _ = send(descriptor, bytes, bytes.count, 0)
        }

        /// Whether the client closes the connection within five seconds.
        func ends() async throws -> Bool {
            try await onThread { [self] in receive() == 0 }
        }

        fileprivate func receive() -> Int {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            return recv(descriptor, &bytes, bytes.count, 0)
        }
    }
}

/// Runs blocking work on its own thread.
private func onThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Result(catching: work))
        }
    }
}
