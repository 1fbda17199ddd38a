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
    fun `secret is renamed and keeps its value`(era: String) =
        withLocalServer(era) {
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
    fun `client secrets are created, listed and revoked`() =
        withLocalServer("jun24") {
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
            // Revoking twice succeeds. An unknown id is not found.
            user.identities.revokeClientSecret(robot, old.info.id)
            assertThrows<NotFoundException> {
                user.identities.revokeClientSecret(robot, "00000000-0000-4000-8000-000000000000")
            }
        }

    @Test
    fun `identity is added to a project, given a role and removed`() =
        withLocalServer("jun24") {
            val robot = user.identities.create("Robot", role = "member").id
            assertEquals(emptyList<ProjectIdentity>(), user.identities.listInProject(project))
            user.identities.addToProject(robot, "viewer", project)
            val inProject = user.identities.listInProject(project).single()
            assertEquals(robot to "Robot", inProject.identityId to inProject.name)
            assertEquals(listOf("viewer"), inProject.roles)
            user.identities.setRoleInProject(robot, "member", project)
            assertEquals(listOf("member"), user.identities.listInProject(project).single().roles)
            user.identities.removeFromProject(robot, project)
            assertEquals(emptyList<ProjectIdentity>(), user.identities.listInProject(project))
            assertThrows<NotFoundException> { user.identities.removeFromProject(robot, project) }
            assertEquals(listOf(robot), user.identities.list().map(Identity::id))
        }

    @Test
    fun `identity is renamed, and its universal auth is updated`() =
        withLocalServer("jun24") {
            val robot = user.identities.create("Robot", role = "member").id
            val renamed = user.identities.update(robot, newName = "Tool")
            assertEquals("Tool" to "member", renamed.name to renamed.role)
            assertThrows<InvalidInputException> { user.identities.update(robot) }

            val clientId = user.identities.attachUniversalAuth(robot, 1.hours, 2.hours)
            val attached = user.identities.universalAuth(robot)
            assertEquals(clientId, attached.clientId)
            assertEquals(1.hours to 2.hours, attached.accessTokenTtl to attached.accessTokenMaxTtl)
            assertNull(attached.accessTokenMaxUses)
            val updated = user.identities.updateUniversalAuth(robot, accessTokenMaxUses = 5)
            assertEquals(attached.copy(accessTokenMaxUses = 5), updated)
            assertThrows<InvalidInputException> { user.identities.updateUniversalAuth(robot) }
            assertThrows<UnsupportedByServerException> {
                user.identities.attachTokenAuth(robot, 1.hours)
            }
        }

    @Test
    fun `access token of an identity works until revoked`() =
        withLocalServer("modern") {
            val robot = user.identities.create("Robot").id
            user.identities.addToProject(robot, "viewer", project)
            assertEquals(listOf(project), user.identities.projects(robot).map { it.projectId })
            assertEquals(1.hours, user.identities.attachTokenAuth(robot, 1.hours).accessTokenTtl)
            val created = user.identities.createAccessToken(robot, "build")
            assertEquals(1.hours, created.expiresIn)
            val token = user.identities.listAccessTokens(robot).single()
            assertEquals("build" to false, token.name to token.isRevoked)

            val machine =
                Client(
                    baseUrl,
                    identityToken = created.accessToken,
                    project = project,
                    environment = "dev",
                )
            machine.use {
                assertEquals(emptyList<Secret>(), machine.secrets.list().toList())
                user.identities.revokeAccessToken(token.id)
                assertThrows<AuthenticationFailedException> { machine.secrets.list() }
            }
            user.identities.detachTokenAuth(robot)
            assertThrows<NotFoundException> { user.identities.tokenAuth(robot) }
        }

    @Test
    fun `role is created, updated, listed and deleted`() =
        withLocalServer("modern") {
            val reading = RolePermission("secrets", listOf("read"), "{\"environment\":\"dev\"}")
            val role =
                user.roles.create(
                    "reader",
                    "Reader",
                    permissions = listOf(reading),
                    project = project,
                )
            assertEquals("reader" to "", role.slug to role.description)
            assertTrue(reading in user.roles.get("reader", project).permissions)
            val updated = user.roles.update("reader", newSlug = "tester", project = project)
            assertEquals(role.id to "Reader", updated.id to updated.name)
            assertEquals(listOf("tester"), user.roles.list(project).map(Role::slug))
            user.roles.delete("tester", project)
            assertThrows<NotFoundException> { user.roles.get("tester", project) }
        }

    @Test
    fun `group is added to a project, given a role and removed`() =
        withLocalServer("modern") {
            val group = user.groups.create("Readers", role = "member")
            assertEquals("Readers" to "member", group.name to group.role)
            val reader = user.groups.addMember(group.id, email)
            assertEquals(email, reader.username)
            assertEquals(listOf(reader), user.groups.members(group.id))

            user.groups.addToProject(group.id, "viewer", project)
            user.groups.setRoleInProject(group.id, "member", project)
            val inProject = user.groups.listInProject(project).single()
            assertEquals(group.id to listOf("member"), inProject.groupId to inProject.roles)
            user.groups.removeFromProject(group.id, project)
            assertEquals(emptyList<ProjectGroup>(), user.groups.listInProject(project))

            user.groups.removeMember(group.id, email)
            assertEquals("Writers", user.groups.update(group.id, newName = "Writers").name)
            user.groups.delete(group.id)
            assertEquals(emptyList<Group>(), user.groups.list())
        }

    @Test
    fun `user is renamed, ends sessions and is deleted`() = withLocalServer {
        val renamed = user.account.setName("Augusta", "King")
        assertEquals("Augusta" to "King", renamed.firstName to renamed.lastName)
        assertNotNull(user.account.sessions().single().createdAt)
        user.account.endSessions()
        assertEquals(renamed, user.account.me())
        user.account.delete()
        assertThrows<ClientClosedException> { user.account.me() }
    }

    @Test
    fun `second administrator sign-up is a conflict`() = withLocalServer {
        Client(baseUrl).use { anyone ->
            val first = anyone.account.signUpAdministrator("root@example.test", password)
            assertEquals("root@example.test", first.email)
            assertThrows<ConflictException> {
                anyone.account.signUpAdministrator("more@example.test", password)
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = ["may23", "feb24", "jun24"])
    fun `incident contacts are added, listed and removed`(era: String) =
        withLocalServer(era) {
            val contact = user.organizations.addIncidentContact("ops@example.test")
            assertEquals(listOf(contact), user.organizations.incidentContacts())
            user.organizations.removeIncidentContact(contact.email)
            assertEquals(emptyList<IncidentContact>(), user.organizations.incidentContacts())
        }

    @Test
    fun `member permissions are denied and restored`() =
        withLocalServer("may23") {
            val me = user.members.list(project).single()
            assertEquals(emptyList<DeniedPermission>(), me.deniedPermissions)
            val denied = listOf(DeniedPermission("dev", Permission.WRITE))
            val restricted = user.members.deny(me.id, denied, project)
            assertEquals(me.copy(deniedPermissions = denied), restricted)
            assertEquals(restricted, user.members.list(project).single())
            assertEquals(me, user.members.deny(me.id, emptyList(), project))
            assertThrows<UnsupportedByServerException> { user.auditLogs.actors(project) }
        }

    @Test
    fun `version limit is set, and the last administrator cannot leave`() =
        withLocalServer("jun24") {
            assertEquals(project, user.projects.setVersionLimit(project, 20).id)
            assertThrows<PermissionDeniedException> { user.projects.leave(project) }
        }

    @Test
    fun `members have public keys with matching fingerprints`() = withLocalServer {
        val member = user.members.list(project).single()
        val colleague = user.organizations.members().single()
        assertEquals(32, Base64.getDecoder().decode(member.publicKey).size)
        assertEquals(member.publicKey, colleague.publicKey)
        assertEquals(member.publicKeyFingerprint, colleague.publicKeyFingerprint)
    }

    @Test
    fun `removed member warning mentions keys`() = withLocalServer {
        val invited = user.organizations.invite("grace@example.test")
        val member = user.organizations.members().single { it.email == invited.email }
        val removed = user.organizations.removeMember(member.id)
        assertEquals(member.id, removed.id)
        assertTrue("key" in removed.warning, removed.warning)
    }

    @Test
    fun `service account has keys of granted projects`() =
        withLocalServer("may23") {
            val account = user.serviceAccounts.create("tool").info.id
            assertEquals(emptyList<ServiceAccountKey>(), user.serviceAccounts.keys(account))
            user.serviceAccounts.grant(account, project)
            val keys = user.serviceAccounts.keys(account)
            assertEquals(listOf(project), keys.map(ServiceAccountKey::projectId))
        }

    @Test
    fun `calls that 2024 servers do not support are refused`() = withLocalServer {
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
