// How somebody gets in: a link or a card's QR (128 bits, in the fragment of the address, sent here once), a card's code, the room's code.
// A right code is never refused by a limit; wrong ones slow down per device and, gently, per session, and the console is told (decisions: codes).
// One seat is one device: a card opened on a second one moves the seat and tells the first (RO3). A device with a seat is not audience (PO2).
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { roles } from '../../shared/kernel/audience.ts'
import type { Role } from '../../shared/kernel/audience.ts'
import { readCode } from '../../shared/kernel/codes.ts'
import type { Access } from '../kernel/access.ts'
import { Refused, clearRoleCookie, roleCookie, setRoleCookie } from '../kernel/http.ts'
import { newId, tokenPattern } from '../kernel/random.ts'
import type { Registry, SessionHall } from './registry.ts'

const enterSchema = z.union([z.strictObject({ token: z.string().regex(tokenPattern) }), z.strictObject({ code: z.string().max(40) })])
const leaveSchema = z.strictObject({ role: z.enum(roles) })

/** Where each role's page is. */
export const pathOf: Readonly<Record<Role, string>> = { organiser: '/home', facilitator: '/console', desk: '/desk', member: '/m', audience: '/', screen: '/screen' }

export interface Entered {
  readonly ok: true
  readonly role: Role
  readonly session: string
  readonly path: string
}
const doorCookie = 'plenaria_door'
const rememberedDevices = 10_000

export const enterRoutes = (app: FastifyInstance, { registry, access, publicUrl }: { readonly registry: Registry; readonly access: Access; readonly publicUrl: string | null }): void => {
  const wrongByDevice = new Map<string, number>()

  /** The price of a wrong code: half a second, doubled for each one of this device, at most 8 s; 50 ms more for each recent one in the session. */
  const wrong = async (request: FastifyRequest, reply: FastifyReply, code: string, params: Readonly<Record<string, string | number>> = {}): Promise<never> => {
    const known = request.cookies[doorCookie]
    const device = known !== undefined && /^[a-z0-9]{20}$/.test(known) ? known : newId()
    if (device !== known) void reply.setCookie(doorCookie, device, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 3600 })
    const count = (wrongByDevice.get(device) ?? 0) + 1
    wrongByDevice.set(device, count)
    if (wrongByDevice.size > rememberedDevices) for (const [oldest] of wrongByDevice) { wrongByDevice.delete(oldest); break }
    let recent = 0
    for (const hall of registry.halls.values()) {
      if (hall.rehearsalOf !== null || hall.about().phase === 'sealed') continue
      hall.alarms.wrongCode(device)
      recent = Math.max(recent, hall.alarms.recentWrong())
    }
    await wait(Math.min(8000, 250 * 2 ** count) + Math.min(2000, 50 * recent))
    throw new Refused(code, 403, params)
  }

  const asMember = async (request: FastifyRequest, reply: FastifyReply, hall: SessionHall, member: string, seat: string): Promise<Entered> => {
    const here = await access.identify('member', roleCookie(request, 'member'))
    if (here?.row.session === hall.id && here.row.member === member) return { ok: true, role: 'member', session: hall.id, path: '/m' }
    for (const other of await access.devicesOf(hall.id, member)) {
      await access.revoke(other.id)
      hall.hub.tell((device) => device.accessId === other.id, 'seat.moved')
    }
    const made = await access.makeDevice({ role: 'member', assembly: hall.of.id, session: hall.id, member, label: seat })
    setRoleCookie(reply, 'member', made.token, publicUrl)
    // One person, one electorate: the same phone's audience place in this session is given up.
    const audience = await access.identify('audience', roleCookie(request, 'audience'))
    if (audience?.row.session === hall.id) {
      await access.revoke(audience.row.id)
      hall.hub.tell((device) => device.accessId === audience.row.id, 'access.revoked')
      clearRoleCookie(reply, 'audience')
    }
    return { ok: true, role: 'member', session: hall.id, path: '/m' }
  }

  const byCard = async (request: FastifyRequest, reply: FastifyReply, codeOrToken: string): Promise<Entered> => {
    const found = registry.card(codeOrToken)
    if (!found) return wrong(request, reply, 'enter.wrongCode')
    const { standing, assembly } = found
    const hall = registry.currentSession(assembly.id)
    if (standing.state === 'void') throw new Refused('enter.cardReplaced', 403, { at: standing.at, seat: standing.seat, why: standing.why, timeZone: hall?.about().timeZone ?? 'UTC' })
    if (!hall) throw new Refused('enter.noSession', 404)
    return asMember(request, reply, hall, standing.member, standing.seat)
  }

  const byRoom = async (request: FastifyRequest, reply: FastifyReply, code: string): Promise<Entered> => {
    const hall = registry.byRoomCode(code)
    if (!hall) return wrong(request, reply, 'enter.wrongCode')
    const { phase, audienceDoor } = hall.about()
    if (phase === 'closed' || phase === 'sealed') throw new Refused('enter.over', 403)
    const seat = await access.identify('member', roleCookie(request, 'member'))
    if (seat?.row.session === hall.id) return { ok: true, role: 'member', session: hall.id, path: '/m' }
    const known = await access.identify('audience', roleCookie(request, 'audience'))
    if (known?.row.session === hall.id) return { ok: true, role: 'audience', session: hall.id, path: '/' }
    if (!audienceDoor) throw new Refused('enter.audienceDoorClosed', 403)
    const made = await access.makeDevice({ role: 'audience', assembly: hall.of.id, session: hall.id })
    setRoleCookie(reply, 'audience', made.token, publicUrl)
    return { ok: true, role: 'audience', session: hall.id, path: '/' }
  }

  const byLink = async (request: FastifyRequest, reply: FastifyReply, token: string): Promise<Entered> => {
    const link = await access.link(token)
    const role = roles.find((one) => one === link?.role)
    if (!link || !role || link.session === null) return byCard(request, reply, token)
    const known = await access.identify(role, roleCookie(request, role))
    if (known?.row.session !== link.session) {
      const made = await access.makeDevice({ role, assembly: link.assembly, session: link.session, ...(link.label === null ? {} : { label: link.label }) })
      setRoleCookie(reply, role, made.token, publicUrl)
    }
    return { ok: true, role, session: link.session, path: pathOf[role] }
  }

  app.post('/api/enter', async (request, reply): Promise<Entered> => {
    const body = enterSchema.parse(request.body)
    if ('token' in body) return byLink(request, reply, body.token)
    const read = readCode(body.code)
    if (!read) return wrong(request, reply, 'enter.notACode')
    return read.kind === 'room' ? byRoom(request, reply, read.code) : byCard(request, reply, read.code)
  })

  /** "Esco da questo telefono": the shared tablet's clearing, and the second try with another card. */
  app.post('/api/leave', async (request, reply) => {
    const { role } = leaveSchema.parse(request.body)
    const identity = await access.identify(role, roleCookie(request, role))
    if (identity) await access.revoke(identity.row.id)
    clearRoleCookie(reply, role)
    return { ok: true }
  })

  /** Which of this browser's cookies still open something: the front door goes on where one was. */
  app.get('/api/here', async (request) => {
    const here: Partial<Record<Role, string>> = {}
    for (const role of roles) {
      const identity = await access.identify(role, roleCookie(request, role))
      if (!identity) continue
      const hall = registry.hallFor(identity, null)
      if (role === 'organiser' || hall) here[role] = hall?.id ?? ''
    }
    return { ok: true, here }
  })
}
