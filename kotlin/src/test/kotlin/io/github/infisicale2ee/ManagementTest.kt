package io.github.infisicale2ee

import java.util.Base64
import kotlin.time.Duration.Companion.hours
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class ManagementTest {
    @ParameterizedTest
    @ValueSource(strings = ["may23", "feb24", "jun24"])
    fun `a secret is renamed and keeps its value`(era: String) =
        working(era) {
            val secret = user.secrets.create("OLD", "value", comment = "why", project = project)
            user.secrets.create("TAKEN", "other", project = project)
            val renamed = user.secrets.update("OLD", newName = "NEW", project = project)
            assertEquals(secret.id to "NEW", renamed.id to renamed.name)
            val read = user.secrets.get("NEW", project)
            assertEquals("value" to "why", read.value to read.comment)
            assertThrows<NotFoundException> { user.secrets.get("OLD", project) }
            assertThrows<ConflictException> {
                user.secrets.update("NEW", newName = "TAKEN", project = project)
            }
            val proposed = user.secrets.proposeUpdate("NEW", newName = "NEWER", project = project)
            assertEquals("NEWER", proposed.secret?.name)
            assertThrows<InvalidInputException> { user.secrets.update("NEWER", project = project) }
        }

    @Test
    fun `a client secret is replaced`() =
        working("jun24") {
            val robot = user.identities.create("Robot", role = "member").id
            user.identities.attachUniversalAuth(robot)
            val old = user.identities.createClientSecret(robot, "old")
            val new = user.identities.createClientSecret(robot, "new", 1.hours, maxUses = 2)
            assertTrue(new.clientSecret.startsWith(new.info.prefix), new.info.toString())
            assertNull(old.info.expiresAt)
            assertEquals(null to 2L, old.info.maxUses to new.info.maxUses)
            assertNotNull(new.info.expiresAt)

            val listed = user.identities.listClientSecrets(robot)
            assertEquals(setOf("old", "new"), listed.map(ClientSecretInfo::description).toSet())
            user.identities.revokeClientSecret(robot, old.info.id)
            assertEquals(
                listOf(new.info.id),
                user.identities.listClientSecrets(robot).map { it.id },
            )
            // Once more is as good as once; what never was is not found.
            user.identities.revokeClientSecret(robot, old.info.id)
            assertThrows<NotFoundException> {
                user.identities.revokeClientSecret(robot, "00000000-0000-4000-8000-000000000000")
            }
        }

    @Test
    fun `an identity comes into a project, and out of it`() =
        working("jun24") {
            val robot = user.identities.create("Robot", role = "member").id
            assertEquals(emptyList<ProjectIdentity>(), user.identities.listInProject(project))
            user.identities.addToProject(robot, "viewer", project)
            val inProject = user.identities.listInProject(project).single()
            assertEquals(robot to "Robot", inProject.identityId to inProject.name)
            assertEquals(listOf("viewer"), inProject.roles)
            user.identities.removeFromProject(robot, project)
            assertEquals(emptyList<ProjectIdentity>(), user.identities.listInProject(project))
            assertThrows<NotFoundException> { user.identities.removeFromProject(robot, project) }
            assertEquals(listOf(robot), user.identities.list().map(Identity::id))
        }

    @Test
    fun `members show the public keys that their fingerprints are of`() = working {
        val member = user.members.list(project).single()
        val colleague = user.organizations.members().single()
        assertEquals(32, Base64.getDecoder().decode(member.publicKey).size)
        assertEquals(member.publicKey, colleague.publicKey)
        assertEquals(member.publicKeyFingerprint, colleague.publicKeyFingerprint)
    }

    @Test
    fun `removing somebody warns of what they may know`() = working {
        val invited = user.organizations.invite("grace@example.test")
        val member = user.organizations.members().single { it.email == invited.email }
        val removed = user.organizations.removeMember(member.id)
        assertEquals(member.id, removed.id)
        assertTrue("key" in removed.warning, removed.warning)
    }

    @Test
    fun `a service account has the keys of the projects it was let into`() =
        working("may23") {
            val account = user.serviceAccounts.create("tool").info.id
            assertEquals(emptyList<ServiceAccountKey>(), user.serviceAccounts.keys(account))
            user.serviceAccounts.grant(account, project)
            val keys = user.serviceAccounts.keys(account)
            assertEquals(listOf(project), keys.map(ServiceAccountKey::projectId))
        }

    @Test
    fun `what servers of 2024 cannot do is refused`() = working {
        user.tags.create("Urgent", "urgent", project = project)
        assertThrows<UnsupportedByServerException> {
            user.tags.update("urgent", newSlug = "later", project = project)
        }
        assertThrows<UnsupportedByServerException> {
            user.auditLogs.query(project, metadata = mapOf("secretKey" to "NAME"))
        }
        assertThrows<InvalidInputException> { user.tags.update("urgent", project = project) }
    }
}
