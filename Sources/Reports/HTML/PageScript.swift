/// The script of a page: it hides rows that are not asked for. All else works without it.
enum PageScript {
  /// Lets the page's own script run and no other.
  static let nonce = "styrgraf"

  static let filter: StaticString = """
    (function () {
      'use strict';
      var form = document.getElementById('filter');
      var table = document.getElementById('hit-table');
      if (!form || !table) { return; }
      var rows = Array.prototype.slice.call(table.tBodies[0].rows);
      var texts = rows.map(function (row) { return row.textContent.toLocaleLowerCase(); });
      var shown = form.querySelector('output');
      function apply() {
        var fields = form.elements;
        var words = fields.text.value.toLocaleLowerCase().split(/\\s+/).filter(Boolean);
        var count = 0;
        rows.forEach(function (row, index) {
          var data = row.dataset;
          var fits = (!fields.effect.value || data.effect === fields.effect.value)
            && (!fields.kind.value || data.kind === fields.kind.value)
            && (!fields.responsible.value || data.responsible.split('\\n').indexOf(fields.responsible.value) >= 0)
            && words.every(function (word) { return texts[index].indexOf(word) >= 0; });
          row.hidden = !fits;
          if (fits) { count += 1; }
        });
        shown.textContent = form.dataset.shown.replace('%', String(count));
      }
      form.addEventListener('input', apply);
      form.addEventListener('submit', function (event) { event.preventDefault(); });
      form.addEventListener('reset', function () { setTimeout(apply, 0); });
      form.hidden = false;
      apply();
    })();
    """
}
