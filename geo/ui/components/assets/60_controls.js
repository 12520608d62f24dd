/* Search and legend, as Leaflet controls that a keyboard reaches. */
"use strict";
(function (J) {
  var el = J.el;
  var MOST = 8;

  function quiet(node) {
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  }

  /* A field that finds places by name; `find(text)` returns them and `pick(place)` opens one. */
  J.Search = L.Control.extend({
    options: { position: "topleft" },
    initialize: function (find, pick) { this.find = find; this.pick = pick; this.at = -1; },
    onAdd: function () {
      this.input = el("input", "jt-input");
      this.input.type = "search";
      this.input.autocomplete = "off";
      this.input.setAttribute("role", "combobox");
      this.input.setAttribute("aria-expanded", "false");
      this.input.setAttribute("aria-controls", "jt-found");
      this.list = el("ul", "jt-found");
      this.list.id = "jt-found";
      this.list.setAttribute("role", "listbox");
      this.input.addEventListener("input", this._type.bind(this));
      this.input.addEventListener("keydown", this._key.bind(this));
      return quiet(el("div", "jt-search leaflet-bar", null, [this.input, this.list]));
    },
    caption: function (text, nothing) {
      this.input.placeholder = text;
      this.input.setAttribute("aria-label", text);
      this.nothing = nothing;
    },
    _type: function () {
      var text = this.input.value.trim();
      this.found = text ? this.find(text).slice(0, MOST) : [];
      this.at = -1;
      this.list.replaceChildren.apply(this.list, this.found.map(this._row, this));
      if (text && !this.found.length) this.list.appendChild(el("li", "jt-nothing", this.nothing));
      this.input.setAttribute("aria-expanded", String(this.found.length > 0));
    },
    _row: function (place, i) {
      var row = el("li", null, null, [el("span", null, place.name), el("small", null, place.where)]);
      row.id = "jt-found-" + i;
      row.setAttribute("role", "option");
      row.addEventListener("mousedown", this._choose.bind(this, i));
      return row;
    },
    _key: function (event) {
      var rows = (this.found || []).length;
      if (event.key === "Escape") { this.input.value = ""; this._type(); }
      if (event.key === "Enter" && rows) this._choose(Math.max(this.at, 0));
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || !rows) return;
      event.preventDefault();
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : rows - 1) + (this.at < 0 && event.key === "ArrowUp" ? 1 : 0)) % rows;
      this._mark();
    },
    _mark: function () {
      Array.from(this.list.children).forEach(function (row, i) { row.setAttribute("aria-selected", String(i === this.at)); }, this);
      this.input.setAttribute("aria-activedescendant", "jt-found-" + this.at);
    },
    _choose: function (i) {
      var place = this.found[i];
      this.input.value = place.name;
      this.found = [];
      this.list.replaceChildren();
      this.input.setAttribute("aria-expanded", "false");
      this.pick(place);
    }
  });

  var SIGNS = [
    ["exact", ["circle", { cx: 11, cy: 8, r: 6, "class": "jt-sign-fill" }]],
    ["approximate", ["circle", { cx: 11, cy: 8, r: 7, "class": "jt-sign-ring" }], ["circle", { cx: 11, cy: 8, r: 3.5, "class": "jt-sign-fill" }]],
    ["admin", ["circle", { cx: 11, cy: 8, r: 5.5, "class": "jt-sign-hollow" }]],
    ["line", ["path", { d: "M1 12 C7 2 13 14 21 4", "class": "jt-sign-line" }]],
    ["schematic", ["path", { d: "M1 12 C7 2 13 14 21 4", "class": "jt-sign-dash" }]],
    ["area", ["rect", { x: 2, y: 2, width: 18, height: 12, rx: 3, "class": "jt-sign-area" }]]
  ];

  function sign(parts) {
    return J.svg("svg", { viewBox: "0 0 22 16", width: 22, height: 16, "aria-hidden": "true" }, parts.map(function (part) {
      return J.svg(part[0], part[1]);
    }));
  }

  J.Legend = L.Control.extend({
    options: { position: "bottomleft" },
    onAdd: function (map) {
      this.box = el("details", "jt-legend leaflet-bar");
      this.box.open = map.getSize().x > 900;
      return quiet(this.box);
    },
    /* Show the themes now drawn, and what the shapes mean. */
    update: function (client, active) {
      var themes = client.themes.filter(function (theme) { return active.has(theme.key); });
      this.box.replaceChildren(
        el("summary", null, J.caption(client, "legend.title")),
        el("ul", "jt-legend-themes", null, themes.map(function (theme) {
          return el("li", null, null, [J.glyph(theme, 16), el("span", null, theme.name)]);
        })),
        el("ul", "jt-legend-signs", null, SIGNS.map(function (row) {
          return el("li", null, null, [sign(row.slice(1)), el("span", null, J.caption(client, "sign." + row[0]))]);
        }))
      );
    }
  });
})(window.JINTU);
