/* What a place says when it is opened: name, kind, where it lies, how well that is known, its figures and their sources. */
"use strict";
(function (J) {
  var el = J.el;

  /* How a place is called in one line. */
  J.said = function (client, place) {
    return client.language === "en" && place.latin ? place.name + " " + place.latin : place.name;
  };

  function t(client, key) { return J.caption(client, key); }

  function precision(client, place) {
    var text = t(client, "precision." + place.precision);
    if (place.uncertainty > 0 && place.precision !== "exact") text += " ±" + distance(place.uncertainty);
    return text;
  }

  function distance(metres) {
    return metres >= 1000 ? (metres / 1000).toFixed(metres >= 10000 ? 0 : 1) + " km" : Math.round(metres) + " m";
  }

  function change(client, row) {
    if (!row.comparison) return null;
    var down = row.normalized < 0;
    return el("span", "jt-change " + (down ? "jt-down" : "jt-up"), row.change[client.language] + " " + (down ? "▼" : "▲"));
  }

  function citation(client, articles, row) {
    var article = articles[row.article] || {};
    var parts = [article.title || row.article, article.publisher, article.published];
    return parts.filter(Boolean).join(" · ") + " · " + J.format(t(client, "popup.paragraph"), { n: row.paragraph + 1 });
  }

  function figure(client, articles, row) {
    var value = (row.qualifier ? t(client, "qualifier." + row.qualifier) : "") + row.surface;
    var tags = [change(client, row)];
    if (row.period) tags.push(el("span", "jt-tag", row.when[client.language]));
    if (row.status !== "actual") tags.push(el("span", "jt-tag jt-" + row.status, t(client, "status." + row.status)));
    return el("li", "jt-figure", null, [
      el("div", "jt-metric", row.metric),
      el("div", "jt-value", null, [el("b", null, value)].concat(tags)),
      row.sentence ? el("blockquote", null, row.sentence) : null,
      el("div", "jt-source", citation(client, articles, row))
    ]);
  }

  function byTheme(client, rows) {
    return client.themes.map(function (theme) {
      return [theme, rows.filter(function (row) { return row.theme === theme.key; })];
    }).filter(function (pair) { return pair[1].length; });
  }

  function section(client, articles, theme, rows, open) {
    var list = el("ul", null, null, rows.map(function (row) { return figure(client, articles, row); }));
    var head = el("summary", null, null, [
      J.glyph(theme, 16), el("span", null, theme.name), el("span", "jt-count", rows.length)
    ]);
    var box = el("details", "jt-theme", null, [head, list]);
    box.open = open;
    return box;
  }

  function block(client, articles, key, rows) {
    if (!rows.length) return null;
    var groups = byTheme(client, rows);
    var few = rows.length <= 8;
    return el("section", "jt-block jt-" + key, null, [
      el("h3", null, t(client, "popup." + key) + " (" + rows.length + ")")
    ].concat(groups.map(function (pair, i) { return section(client, articles, pair[0], pair[1], few || i === 0); })));
  }

  /* A small line of a series, from its first to its last figure. */
  function spark(client, series) {
    var theme = client.themes.find(function (style) { return style.key === series.theme; });
    var low = Math.min.apply(null, series.values), high = Math.max.apply(null, series.values);
    var points = series.values.map(function (value, i) {
      var x = 4 + 112 * i / (series.values.length - 1);
      return [x, high > low ? 24 - 20 * (value - low) / (high - low) : 14];
    });
    var line = J.svg("polyline", { points: points.join(" "), fill: "none", stroke: theme.colour, "stroke-width": 2 });
    var dots = points.map(function (at) { return J.svg("circle", { cx: at[0], cy: at[1], r: 2.5, fill: theme.colour }); });
    return el("li", "jt-spark", null, [
      el("div", "jt-metric", series.metric),
      J.svg("svg", { viewBox: "0 0 120 28", width: 120, height: 28, "aria-hidden": "true" }, [line].concat(dots)),
      el("div", "jt-source", series.ends.map(function (end) {
        return end.printed + "（" + (end.when[client.language] || t(client, "compare.undated")) + "）";
      }).join(" → "))
    ]);
  }

  function sparks(client, list, rows) {
    var themes = new Set(rows.map(function (row) { return row.theme; }));
    var shown = list.filter(function (series) { return themes.has(series.theme); }).slice(0, 4);
    if (!shown.length) return null;
    return el("section", "jt-block", null, [
      el("h3", null, t(client, "popup.series")),
      el("ul", null, null, shown.map(function (series) { return spark(client, series); }))
    ]);
  }

  /* Build the popup of a place from its details and the indicators that the filter lets through. */
  J.popup = function (client, articles, place, details, shown) {
    var rows = details.indicators.filter(function (row) { return J.bit(shown, row.i); });
    var own = rows.filter(function (row) { return row.relation === "about"; });
    var context = rows.filter(function (row) { return row.relation !== "about"; });
    var popup = el("article", "jt-popup", null, [
      el("h2", null, place.name),
      client.language === "en" && place.latin ? el("p", "jt-latin", place.latin) : null,
      el("p", "jt-kind", [t(client, "kind." + place.kind)].concat(details.chain[client.language] || []).join(" · ")),
      el("p", "jt-precision", precision(client, place)),
      details.aliases.length ? el("p", "jt-alias", t(client, "popup.aliases") + details.aliases.join("、")) : null,
      sparks(client, details.series, own),
      block(client, articles, "about", own),
      block(client, articles, "context", context),
      rows.length ? null : el("p", "jt-none", t(client, "popup.none")),
      el("footer", null, t(client, "popup.located_by") + (details.source || "—") + (details.licence ? " (" + details.licence + ")" : ""))
    ]);
    popup.tabIndex = -1;
    popup.setAttribute("aria-label", J.said(client, place));
    return popup;
  };
})(window.JINTU);
