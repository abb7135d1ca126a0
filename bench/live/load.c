/* The load generator's inner loop: thousands of websocket lines on one core.

   Python says which lines to open and which commands to send; here they are opened and sent, and
   every change that reaches a line is written down with its time. Nothing is worked out on the way:
   statistics are Python's. All times are nanoseconds of CLOCK_MONOTONIC. */

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { HEAD = 240, CHUNK = 1 << 18, EVENTS = 512, SECOND = 1000000000 };
enum { IDLE, CONNECTING, UPGRADING, GREETING, READY, LOST };
enum { RAN, LATE, FULL };

/* What a line has to hear before it is ready: nothing, a first position, or Socket.IO's "40". */
enum { NOTHING, POSITION, CONNECTED };

typedef int64_t i64;

struct line {
    const char *opening, *greeting;
    i64 begun, ready, position, bytes, skip;
    int opening_length, greeting_length;
    int port, room, awaits, fd, state, close_code, have, reserved;
    unsigned char head[HEAD];
};

struct room {
    i64 target;
    int first, count, reached, command;
};

struct command {
    const char *frame;
    i64 sent, acked, position;
    int length, line, left, done;
};

struct receipt {
    i64 at;
    int line, from, to, reserved;
};

/* What a run may do. `numbered`: the n-th command comes back as a change that ends at n + 1, once
   for each line; otherwise acknowledgements say at which position a command's change is. */
struct bench {
    struct line *lines;
    struct room *rooms;
    struct command *commands;
    struct receipt *receipts;
    i64 connect_gap, command_gap, until, patience;
    i64 received, frames, bytes, reads;
    int line_count, room_count, command_count, receipt_room;
    int next_line, connect_to, connects_at_once, connecting;
    int next_command, in_flight, most_in_flight, closed_loop;
    int numbered, lost, refused, epoll;
    char refusal[HEAD];
};

static char chunk[CHUNK];

static i64 now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (i64)t.tv_sec * SECOND + t.tv_nsec;
}

/* --- lines --------------------------------------------------------------------------------- */

static void lose(struct bench *b, struct line *l) {
    if (l->state < READY) b->connecting--;
    if (l->fd >= 0) close(l->fd);
    l->fd = -1;
    l->state = LOST;
    b->lost++;
}

static void watch(struct bench *b, int n, int how, uint32_t for_what) {
    struct epoll_event e = {.events = for_what, .data.u32 = (uint32_t)n};
    epoll_ctl(b->epoll, how, b->lines[n].fd, &e);
}

static int say(struct bench *b, struct line *l, const char *data, int length) {
    if (send(l->fd, data, (size_t)length, MSG_NOSIGNAL) == length) return 1;
    lose(b, l);
    return 0;
}

static void connect_line(struct bench *b, int n) {
    struct line *l = &b->lines[n];
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)l->port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int one = 1;
    l->begun = now();
    l->state = CONNECTING;
    l->position = -1;
    l->have = 0;
    l->skip = 0;
    b->connecting++;
    l->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (l->fd < 0) { lose(b, l); return; }
    setsockopt(l->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (connect(l->fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) {
        lose(b, l);
        return;
    }
    watch(b, n, EPOLL_CTL_ADD, EPOLLOUT);
}

static void connected(struct bench *b, int n) {
    struct line *l = &b->lines[n];
    int error = 0;
    socklen_t length = sizeof error;
    getsockopt(l->fd, SOL_SOCKET, SO_ERROR, &error, &length);
    if (error) { lose(b, l); return; }
    l->state = UPGRADING;
    watch(b, n, EPOLL_CTL_MOD, EPOLLIN);
    say(b, l, l->opening, l->opening_length);
}

static void get_ready(struct bench *b, struct line *l, i64 at) {
    l->state = READY;
    l->ready = at;
    b->connecting--;
}

/* --- commands ------------------------------------------------------------------------------ */

static void finish(struct bench *b, struct command *c) {
    if (c->done) return;
    c->done = 1;
    b->in_flight--;
    b->rooms[b->lines[c->line].room].command = -1;
}

static int may_send(struct bench *b) {
    if (b->next_command >= b->command_count || b->in_flight >= b->most_in_flight) return 0;
    struct command *c = &b->commands[b->next_command];
    return !b->closed_loop || b->rooms[b->lines[c->line].room].command < 0;
}

static void send_command(struct bench *b) {
    int n = b->next_command++;
    struct command *c = &b->commands[n];
    struct line *l = &b->lines[c->line];
    struct room *r = &b->rooms[l->room];
    c->left = r->count;
    c->done = 0;
    b->in_flight++;
    r->command = n;
    r->target = 0;
    r->reached = 0;
    c->sent = now();
    if (b->numbered) {
        c->acked = c->sent;
        c->position = n + 1;
    }
    if (l->fd < 0 || !say(b, l, c->frame, c->length)) finish(b, c);
}

static void acknowledged(struct bench *b, int n, i64 position, i64 at) {
    struct command *c = &b->commands[n];
    struct room *r = &b->rooms[b->lines[c->line].room];
    c->acked = at;
    c->position = position;
    if (!b->closed_loop) { finish(b, c); return; }
    r->target = position;
    r->reached = 0;
    for (int i = r->first; i < r->first + r->count; i++)
        r->reached += b->lines[i].position >= position;
    if (r->reached == r->count) finish(b, c);
}

/* --- what a line hears --------------------------------------------------------------------- */

static i64 number_after(const char *text, int length, const char *key, int key_length) {
    const char *found = memmem(text, (size_t)length, key, (size_t)key_length);
    if (!found) return -1;
    i64 number = 0;
    const char *end = text + length;
    for (found += key_length; found < end && *found >= '0' && *found <= '9'; found++)
        number = number * 10 + (*found - '0');
    return number;
}

#define NUMBER(text, length, key) number_after(text, length, key, (int)sizeof key - 1)

static void moved(struct bench *b, int n, i64 from, i64 to, i64 at) {
    struct line *l = &b->lines[n];
    struct room *r = &b->rooms[l->room];
    l->position = to;
    if (b->received < b->receipt_room)
        b->receipts[b->received++] = (struct receipt){at, n, (int)from, (int)to, 0};
    if (b->numbered) {
        struct command *c = &b->commands[to - 1];
        if (to >= 1 && to <= b->next_command && --c->left == 0) finish(b, c);
    } else if (b->closed_loop && r->target && from < r->target && to >= r->target) {
        if (++r->reached == r->count && r->command >= 0) finish(b, &b->commands[r->command]);
    }
}

static void changes(struct bench *b, int n, const char *text, int length, i64 at) {
    struct line *l = &b->lines[n];
    i64 to = NUMBER(text, length, "\"end\":");
    if (to < 0) return;
    if (l->state == GREETING && l->awaits == POSITION) {
        l->position = to;
        get_ready(b, l, at);
    } else if (b->numbered) {
        moved(b, n, to - 1, to, at);
    } else if (to > l->position) {
        moved(b, n, l->position, to, at);
    }
}

static void refused(struct bench *b, const char *text, int length) {
    i64 n = NUMBER(text, length, "\"id\":\"command-");
    int kept = length < HEAD ? length : HEAD - 1;
    b->refused++;
    memcpy(b->refusal, text, (size_t)kept);
    b->refusal[kept] = 0;
    if (n >= 0 && n < b->next_command) finish(b, &b->commands[n]);
}

/* Take in a message of which at least the head is here; the rest says nothing we need. */
static void message(struct bench *b, int n, const char *text, int length, i64 at) {
    struct line *l = &b->lines[n];
    int look = length < 96 ? length : 96;
    if (memmem(text, (size_t)look, "\"changes\"", 9)) {
        changes(b, n, text, length, at);
    } else if (memmem(text, (size_t)look, "\"ack\"", 5)) {
        i64 c = NUMBER(text, length, "\"id\":\"command-");
        if (c >= 0 && c < b->next_command)
            acknowledged(b, (int)c, NUMBER(text, length, "\"position\":"), at);
    } else if (memmem(text, (size_t)look, "\"refused\"", 9)) {
        refused(b, text, length);
    } else if (length >= 2 && !memcmp(text, "40", 2) && l->awaits == CONNECTED) {
        get_ready(b, l, at);
    } else if (length == 1 && *text == '2') {
        say(b, l, "\x81\x81\0\0\0\0" "3", 7);
    }
}

static void control(struct bench *b, struct line *l, int kind, const char *data, int length) {
    if (kind == 8) {
        if (length >= 2) l->close_code = (unsigned char)data[0] << 8 | (unsigned char)data[1];
        lose(b, l);
    } else if (kind == 9) {
        char pong[6 + 125] = {(char)0x8a, (char)(0x80 | length)};
        memcpy(pong + 6, data, (size_t)length);
        say(b, l, pong, 6 + length);
    }
}

/* Read a frame at `data`; return how many of the `have` bytes it used, or 0 if its head is not all
   here yet. What is left of a long frame is skipped as it comes: it arrived when it is over. */
static int frame(struct bench *b, int n, const unsigned char *data, int have, i64 at) {
    struct line *l = &b->lines[n];
    if (have < 2) return 0;
    i64 length = data[1] & 127;
    int start = length == 127 ? 10 : length == 126 ? 4 : 2;
    if (have < start) return 0;
    if (start > 2) length = 0;
    for (int i = 2; i < start; i++) length = length << 8 | data[i];
    i64 needed = length < HEAD - 10 ? length : HEAD - 10;
    if (have - start < needed) return 0;
    i64 here = have - start < length ? have - start : length;
    l->skip = length - here;
    b->frames++;
    if ((data[0] & 15) >= 8)
        control(b, l, data[0] & 15, (const char *)data + start, (int)length);
    else
        message(b, n, (const char *)data + start, (int)(here < HEAD ? here : HEAD), at);
    return start + (int)here;
}

static int upgraded(struct bench *b, struct line *l, const char *data, int have, i64 at) {
    const char *end = memmem(data, (size_t)have, "\r\n\r\n", 4);
    if (!end) { lose(b, l); return have; }
    if (have < 12 || memcmp(data + 9, "101", 3)) { l->close_code = atoi(data + 9); lose(b, l); return have; }
    l->state = GREETING;
    if (l->greeting_length && !say(b, l, l->greeting, l->greeting_length)) return have;
    if (l->awaits == NOTHING) get_ready(b, l, at);
    return (int)(end + 4 - data);
}

static void take(struct bench *b, int n, const unsigned char *data, int have, i64 at) {
    struct line *l = &b->lines[n];
    if (l->skip) {
        i64 skipped = l->skip < have ? l->skip : have;
        l->skip -= skipped;
        data += skipped;
        have -= (int)skipped;
    }
    while (have > 0 && l->fd >= 0) {
        int used = l->state == UPGRADING ? upgraded(b, l, (const char *)data, have, at)
                                         : frame(b, n, data, have, at);
        if (!used) break;
        data += used;
        have -= used;
    }
    l->have = l->fd >= 0 ? have : 0;
    if (l->have) memmove(l->head, data, (size_t)l->have);
}

static void hear(struct bench *b, int n) {
    struct line *l = &b->lines[n];
    int kept = l->have;
    memcpy(chunk, l->head, (size_t)kept);
    ssize_t got = recv(l->fd, chunk + kept, (size_t)(CHUNK - kept), 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) { lose(b, l); return; }
    l->bytes += got;
    b->bytes += got;
    b->reads++;
    take(b, n, (unsigned char *)chunk, kept + (int)got, now());
}

/* --- a run --------------------------------------------------------------------------------- */

static int all_have(struct bench *b) {
    if (b->in_flight > 0) return 0;
    if (b->numbered || b->closed_loop) return 1;
    i64 last = -1;
    for (int i = 0; i < b->next_command; i++)
        if (b->commands[i].acked && b->commands[i].position > last) last = b->commands[i].position;
    for (int i = 0; i < b->connect_to; i++)
        if (b->lines[i].state == READY && b->lines[i].position < last) return 0;
    return 1;
}

static i64 soonest(i64 a, i64 b) { return a < b ? a : b; }

/* Do what is due, and return when the next thing is. Never, where only an answer can bring it on. */
static i64 due(struct bench *b, i64 at, i64 *next_connect, i64 *next_command) {
    i64 next = b->until;
    while (b->next_line < b->connect_to && b->connecting < b->connects_at_once) {
        if (at < *next_connect) { next = soonest(next, *next_connect); break; }
        connect_line(b, b->next_line++);
        *next_connect += b->connect_gap;
    }
    while (at < b->until && may_send(b)) {
        if (at < *next_command) { next = soonest(next, *next_command); break; }
        send_command(b);
        *next_command += b->command_gap;
        if (*next_command < at - SECOND / 20) *next_command = at;  /* what was held up is not made good */
    }
    return next;
}

static int over(struct bench *b, i64 at) {
    int sent = at >= b->until || (b->command_count && b->next_command >= b->command_count);
    return sent && b->next_line >= b->connect_to && !b->connecting && all_have(b);
}

/* Open and send what is due until `until`; then wait, for as long as `patience`, for what is under
   way. Returns RAN, LATE when something never came, or FULL when there is no room for receipts. */
int run(struct bench *b) {
    struct epoll_event events[EVENTS];
    i64 next_connect = now(), next_command = next_connect, checked = 0;
    for (;;) {
        i64 at = now();
        i64 next = due(b, at, &next_connect, &next_command);
        if (at - checked > SECOND / 500) {
            checked = at;
            if (b->lost || over(b, at)) return RAN;
            if (at > b->until + b->patience) return LATE;
            if (b->received >= b->receipt_room) return FULL;
        }
        i64 wait = (next - at + 999999) / 1000000;
        int timeout = wait < 0 || wait > 5 ? 5 : (int)wait;
        int count = epoll_wait(b->epoll, events, EVENTS, timeout);
        for (int i = 0; i < count; i++) {
            int n = (int)events[i].data.u32;
            if (b->lines[n].state == CONNECTING) connected(b, n);
            else if (b->lines[n].fd >= 0) hear(b, n);
        }
    }
}

/* --- the other end of a line, for the ceiling ----------------------------------------------- */

static const char SWITCHING[] = "HTTP/1.1 101 Switching Protocols\r\n\r\n";

/* Accept `count` lines, then send each one ready-made change after another, `at_once` of them to a
   send, for `duration` nanoseconds: as little as a server can possibly do. */
int blast(int listener, int count, int length, int at_once, i64 duration) {
    int *fds = malloc(sizeof(int) * (size_t)count), one = 1;
    char *frames = calloc((size_t)at_once, (size_t)length + 4);
    for (int i = 0; i < count; i++) {
        fds[i] = accept(listener, 0, 0);
        if (fds[i] < 0 || recv(fds[i], chunk, CHUNK, 0) <= 0) return 1;
        setsockopt(fds[i], IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (send(fds[i], SWITCHING, sizeof SWITCHING - 1, MSG_NOSIGNAL) < 0) return 1;
    }
    for (int i = 0; i < at_once; i++) {
        char *f = frames + i * (length + 4);
        f[0] = (char)0x81, f[1] = 126, f[2] = (char)(length >> 8), f[3] = (char)length;
        memset(f + 4, ' ', (size_t)length);
        static const char said[] = "{\"type\":\"changes\",\"fresh\":false,\"start\":0,\"end\":1,";
        memcpy(f + 4, said, sizeof said - 1);
    }
    usleep(300000);
    for (i64 end = now() + duration; now() < end;)
        for (int i = 0; i < count; i++)
            if (send(fds[i], frames, (size_t)(at_once * (length + 4)), MSG_NOSIGNAL) < 0) return 1;
    return 0;
}
