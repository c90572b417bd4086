#pragma once
#include <sqlite3.h>

// C variadics are not imported into Swift.
static inline int csqlite_db_config_int(sqlite3 *db, int op, int on, int *out) {
  return sqlite3_db_config(db, op, on, out);
}

static inline int csqlite_config_int(int op, int value) {
  return sqlite3_config(op, value);
}
