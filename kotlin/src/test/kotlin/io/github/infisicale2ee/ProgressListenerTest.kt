package io.github.infisicale2ee

import java.util.logging.Handler
import java.util.logging.Level
import java.util.logging.LogRecord
import java.util.logging.Logger
import kotlin.concurrent.thread
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Test

class ProgressListenerTest {
    private val logger = Logger.getLogger("io.github.infisicale2ee")
    private val logged = mutableListOf<LogRecord>()
    private val handler =
        object : Handler() {
            override fun publish(record: LogRecord) {
                logged += record
            }

            override fun flush() = Unit

            override fun close() = Unit
        }

    @Test
    fun `exception of a listener is logged and not uncaught`() {
        val thrown = IllegalStateException("in a listener")
        val uncaught = uncaughtBy { _, _ -> throw thrown }
        assertEquals(emptyList<Throwable>(), uncaught)
        val record = logged.single()
        assertEquals(Level.WARNING, record.level)
        assertSame(thrown, record.thrown)
    }

    @Test
    fun `listener without exception is called and nothing is logged`() {
        val calls = mutableListOf<Pair<Long, Long>>()
        assertEquals(emptyList<Throwable>(), uncaughtBy { done, total -> calls += done to total })
        assertEquals(listOf(1L to 2L), calls)
        assertEquals(emptyList<LogRecord>(), logged)
    }

    /** Calls a listener like the native library. Returns the uncaught exceptions of the thread. */
    private fun uncaughtBy(listener: ProgressListener): List<Throwable> {
        val uncaught = mutableListOf<Throwable>()
        val parents = logger.useParentHandlers
        logger.useParentHandlers = false
        logger.addHandler(handler)
        try {
            val native =
                thread(start = false) {
                    listener.toNative().tell(1, 2)
                }
            native.setUncaughtExceptionHandler { _, thrown -> uncaught += thrown }
            native.start()
            native.join()
        } finally {
            logger.removeHandler(handler)
            logger.useParentHandlers = parents
        }
        return uncaught
    }
}
