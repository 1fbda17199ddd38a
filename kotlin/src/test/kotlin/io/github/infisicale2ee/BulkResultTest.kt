package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeApproval
import io.github.infisicale2ee.internal.NativeBulkItem
import io.github.infisicale2ee.internal.NativeBulkResult
import io.github.infisicale2ee.internal.NativeException
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class BulkResultTest {
    @Test
    fun `BulkResult is a list of items, complete without an error`() {
        val result = BulkResult(NativeBulkResult(listOf(item("A"), item("B")), null))
        assertEquals(listOf("A", "B"), result.map(BulkItem::name))
        assertEquals(result, result.toList())
        assertEquals(
            BulkItem.Action.CREATE to BulkItem.Status.DONE,
            result[0].action to result[0].status,
        )
        assertNull(result[0].error)
        assertNull(result[0].approval)
        result.checkComplete()
    }

    @Test
    fun `BulkResult with a failed or proposed item is incomplete`() {
        val approval = NativeApproval("a-1", "open")
        val refused = failed("permission_denied", "may not")
        val items = listOf(item("A"), item("B", "update", "proposed", refused, approval))
        val result = BulkResult(NativeBulkResult(items, failed("permission_denied", "1 of 2 …")))
        val proposed = result[1]
        assertEquals(BulkItem.Status.PROPOSED, proposed.status)
        assertEquals("a-1" to "open", proposed.approval?.let { it.id to it.status })
        assertTrue(proposed.error is PermissionDeniedException)
        val thrown = assertThrows<PermissionDeniedException> { result.checkComplete() }
        assertEquals("1 of 2 …", thrown.message)
        assertSame(thrown, assertThrows<PermissionDeniedException> { result.checkComplete() })
    }

    @Test
    fun `BulkItem action and status have their texts, and others are refused`() {
        for (action in BulkItem.Action.entries) {
            assertEquals(action, BulkItem(item("A", action = action.text)).action)
        }
        for (status in BulkItem.Status.entries) {
            assertEquals(status, BulkItem(item("A", status = status.text)).status)
        }
        assertEquals(
            "create update delete unchanged absent",
            BulkItem.Action.entries.joinToString(" ") { it.text },
        )
        assertEquals(
            "planned done failed proposed",
            BulkItem.Status.entries.joinToString(" ") { it.text },
        )
        assertThrows<InvalidInputException> { BulkItem(item("A", action = "burn")) }
        assertThrows<InvalidInputException> { BulkItem(item("A", status = "burnt")) }
    }

    private fun item(
        name: String,
        action: String = "create",
        status: String = "done",
        error: NativeException? = null,
        approval: NativeApproval? = null,
    ) = NativeBulkItem(name, action, status, error, approval)
}

internal fun failed(code: String, reason: String): NativeException =
    NativeException.Failed(code, reason, null, null, false, null)
