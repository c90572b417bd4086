#pragma once
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>

// cgraph takes `char *` where it only reads, and keeps its kinds of graph in mutable globals.
static inline Agraph_t *cgraphviz_open(const char *name, int directed) {
  return agopen((char *)name, directed ? Agdirected : Agundirected, NULL);
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
