#pragma once
#include <histedit.h>
#include <stdio.h>

// libedit sets everything through functions of any number of arguments, which Swift cannot call.

static inline EditLine *cedit_make(const char *program) { return el_init(program, stdin, stdout, stderr); }
static inline void cedit_set_owner(EditLine *editor, void *owner) { el_set(editor, EL_CLIENTDATA, owner); }
static inline void *cedit_owner(EditLine *editor) {
  void *owner = 0;
  el_get(editor, EL_CLIENTDATA, &owner);
  return owner;
}
static inline void cedit_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  el_set(editor, EL_PROMPT, prompt);
}
static inline void cedit_use_history(EditLine *editor, History *lines) {
  el_set(editor, EL_HIST, history, lines);
}
// Emacs keys, then the user's own ~/.editrc.
static inline void cedit_use_keys(EditLine *editor) {
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_set(editor, EL_BIND, "\033[1;5C", "em-next-word", NULL);
  el_set(editor, EL_BIND, "\033[1;5D", "ed-prev-word", NULL);
  el_set(editor, EL_BIND, "\033[3~", "ed-delete-next-char", NULL);
  el_set(editor, EL_BIND, "\033[H", "ed-move-to-beg", NULL);
  el_set(editor, EL_BIND, "\033[F", "ed-move-to-end", NULL);
}
static inline void cedit_bind(
    EditLine *editor, const char *key, const char *name, unsigned char (*function)(EditLine *, int)) {
  el_set(editor, EL_ADDFN, name, name, function);
  el_set(editor, EL_BIND, key, name, NULL);
}
// Ctrl-C is a key like others while a line is edited, and a signal while a query runs.
static inline void cedit_take_interrupt_key(EditLine *editor) {
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
}
// Keys are keys from here on: el_gets itself shows its prompt before it says so to the terminal.
static inline void cedit_take_keys(EditLine *editor) { el_set(editor, EL_PREP_TERM, 1); }
static inline History *cedit_make_history(int size) {
  HistEvent event;
  History *made = history_init();
  if (made) {
    history(made, &event, H_SETSIZE, size);
    history(made, &event, H_SETUNIQUE, 1);
  }
  return made;
}
static inline void cedit_remember(History *lines, const char *line) {
  HistEvent event;
  history(lines, &event, H_ENTER, line);
}
