#pragma once
#include <graphviz/gvc.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

// Names of a graph's parts, numbered in the order in which they come. cgraph's own numbering is the address of the
// name, by which it also orders subgraphs: the same input would not give the same picture in two processes.
// Named parts have even numbers from 2, nameless ones odd numbers from 1.
typedef struct {
  Agraph_t *graph;
  char **names;  // strings of cgraph's own, as it asks of them whether they are HTML
  size_t count, capacity;
  size_t *slots;  // numbers of names by hash; 0 is free
  size_t slot_count;
  IDTYPE nameless;
} cgraphviz_names;

static inline size_t cgraphviz_slot(const cgraphviz_names *names, const char *name) {
  size_t hash = 14695981039346656037u;  // FNV-1a
  for (const unsigned char *byte = (const unsigned char *)name; *byte; byte++) hash = (hash ^ *byte) * 1099511628211u;
  size_t slot = hash % names->slot_count;
  while (names->slots[slot] && strcmp(names->names[names->slots[slot] - 1], name) != 0)
    slot = (slot + 1) % names->slot_count;
  return slot;
}
static inline int cgraphviz_names_grow(cgraphviz_names *names) {
  if (names->count == names->capacity) {
    size_t capacity = names->capacity ? names->capacity * 2 : 64;
    char **grown = (char **)realloc(names->names, capacity * sizeof(char *));
    if (!grown) return 0;
    names->names = grown;
    names->capacity = capacity;
  }
  if ((names->count + 1) * 2 > names->slot_count) {
    size_t old_count = names->slot_count;
    size_t *old = names->slots;
    names->slot_count = old_count ? old_count * 2 : 128;
    names->slots = (size_t *)calloc(names->slot_count, sizeof(size_t));
    if (!names->slots) {
      names->slots = old;
      names->slot_count = old_count;
      return 0;
    }
    for (size_t i = 0; i < names->count; i++) names->slots[cgraphviz_slot(names, names->names[i])] = i + 1;
    free(old);
  }
  return 1;
}
static inline void *cgraphviz_names_open(Agraph_t *graph, Agdisc_t *disc) {
  (void)disc;
  cgraphviz_names *names = (cgraphviz_names *)calloc(1, sizeof(cgraphviz_names));
  if (names) {
    names->graph = graph;
    names->nameless = 1;
  }
  return names;
}
static inline long cgraphviz_names_map(void *state, int kind, char *name, IDTYPE *id, int create) {
  (void)kind;
  cgraphviz_names *names = (cgraphviz_names *)state;
  if (!names) return 0;
  if (!name) {
    *id = names->nameless;
    names->nameless += 2;
    return 1;
  }
  if (names->slot_count) {
    size_t found = names->slots[cgraphviz_slot(names, name)];
    if (found) {
      *id = (IDTYPE)found * 2;
      return 1;
    }
  }
  if (!create || !cgraphviz_names_grow(names)) return 0;
  char *copy = agstrdup(names->graph, name);
  if (!copy) return 0;
  size_t slot = cgraphviz_slot(names, name);
  names->names[names->count] = copy;
  names->count += 1;
  names->slots[slot] = names->count;
  *id = (IDTYPE)names->count * 2;
  return 1;
}
static inline long cgraphviz_names_alloc(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}
static inline void cgraphviz_names_free(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}
static inline char *cgraphviz_names_print(void *state, int kind, IDTYPE id) {
  (void)kind;
  cgraphviz_names *names = (cgraphviz_names *)state;
  if (!names || id % 2 || id / 2 == 0 || id / 2 > names->count) return NULL;
  return names->names[id / 2 - 1];
}
static inline void cgraphviz_names_close(void *state) {
  cgraphviz_names *names = (cgraphviz_names *)state;
  if (!names) return;
  free(names->names);
  free(names->slots);
  free(names);
}
static inline void cgraphviz_names_register(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}

// cgraph takes `char *` where it only reads, and keeps its kinds of graph in mutable globals.
static inline Agraph_t *cgraphviz_open(const char *name, int directed) {
  static Agiddisc_t ids = {
      cgraphviz_names_open,  cgraphviz_names_map,   cgraphviz_names_alloc,    cgraphviz_names_free,
      cgraphviz_names_print, cgraphviz_names_close, cgraphviz_names_register,
  };
  static Agdisc_t disc = {NULL, &ids, NULL};
  return agopen((char *)name, directed ? Agdirected : Agundirected, &disc);
}
static inline Agnode_t *cgraphviz_node(Agraph_t *graph, const char *name) { return agnode(graph, (char *)name, 1); }
static inline Agraph_t *cgraphviz_subgraph(Agraph_t *graph, const char *name) { return agsubg(graph, (char *)name, 1); }
static inline Agnode_t *cgraphviz_subnode(Agraph_t *graph, Agnode_t *node) { return agsubnode(graph, node, 1); }
static inline Agedge_t *cgraphviz_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *key) {
  return agedge(graph, tail, head, (char *)key, 1);
}
static inline int cgraphviz_set(void *object, const char *name, const char *value) {
  return agsafeset(object, (char *)name, (char *)value, (char *)"");
}
// kind: 0 graph, 1 node, 2 edge
static inline void cgraphviz_default(Agraph_t *graph, int kind, const char *name, const char *value) {
  agattr(graph, kind, (char *)name, (char *)value);
}
static inline void cgraphviz_set_html(Agraph_t *root, void *object, const char *name, const char *html) {
  char *text = agstrdup_html(root, (char *)html);
  agsafeset(object, (char *)name, text, (char *)"");
  agstrfree(root, text);
}
static inline const char *cgraphviz_get(void *object, const char *name) { return agget(object, (char *)name); }
// The graph as DOT text; the caller frees it. NULL where memory is short.
static inline char *cgraphviz_text(Agraph_t *graph, size_t *length) {
  char *text = NULL;
  FILE *stream = open_memstream(&text, length);
  if (!stream) return NULL;
  int outcome = agwrite(graph, stream);
  if (fclose(stream) != 0 || outcome < 0) {
    free(text);
    return NULL;
  }
  return text;
}

// A layout in a process apart: a socket that only its heir keeps, the process, and the bounds that it sets itself.
static inline int cgraphviz_socket_pair(int *ends) {
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
}
static inline pid_t cgraphviz_spawn(char *const *arguments, int socket) {
  extern char **environ;
  posix_spawn_file_actions_t actions;
  pid_t process = -1;
  if (!arguments[0]) return -1;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  if (posix_spawn_file_actions_adddup2(&actions, socket, 0) != 0 ||
      posix_spawn_file_actions_adddup2(&actions, socket, 1) != 0 ||
      posix_spawnp(&process, arguments[0], &actions, NULL, arguments, environ) != 0)
    process = -1;
  posix_spawn_file_actions_destroy(&actions);
  return process;
}
static inline void cgraphviz_limit_memory(size_t bytes) {
  struct rlimit limit = {bytes, bytes};
  setrlimit(RLIMIT_AS, &limit);
}
static inline void cgraphviz_alarm(unsigned seconds) { alarm(seconds); }
