/* The places of one atlas on one map: fetched once, then only repainted. */
"use strict";
(function (J) {
  var LATIN = /^[\s'\u2019A-Za-z\u00c0-\u024f]+$/;
  var MOST_BOXES = 800, MOST_NAMES = 600;
  var NEUTRAL = { key: "", colour: "#6b7280", ink: "#ffffff", shade: "#4b5563", tint: "#9aa3af" };

  /* The styles by the painted byte less one: neutral, then the themes. */
  function styles(client) {
    if (!client.styles) {
      client.styles = [NEUTRAL].concat(client.themes);
      client.styles.forEach(function (style) { if (style.glyph) style.path = new Path2D(style.glyph); });
    }
    return client.styles;
  }

  function Places(map, url) {
    this.map = map;
    this.url = url;
    this.painted = new Uint8Array(0);
  }

  /* Make a function that reads a row; the names are written out, for objects of one make are made and read fastest. */
  function reader(fields) {
    var at = {};
    fields.forEach(function (name, k) { at[name] = k; });
    return function (row, i) {
      return {
        i: i, id: row[at.id], name: row[at.name], latin: row[at.latin], aliases: row[at.aliases], where: row[at.where], kind: row[at.kind],
        precision: row[at.precision], uncertainty: row[at.uncertainty], unit: row[at.unit], own: row[at.own], weight: row[at.weight],
        label_zoom: row[at.label_zoom], shape: row[at.shape], disc: row[at.disc], point: row[at.point], bounds: row[at.bounds],
        order: row[at.order], geometry: row[at.geometry]
      };
    };
  }

  Places.prototype.build = function (collection) {
    var self = this;
    self.articles = collection.articles;
    self.chunk = collection.chunk;
    self.list = collection.rows.map(reader(collection.fields));
    self.byId = new Map(self.list.map(function (place) { return [place.id, place]; }));
    var renderer = self.renderer = L.canvas({ padding: J.isCrowd(self.list) ? 0.1 : 0.3, tolerance: L.Browser.mobile ? 8 : 3 });
    self.painted = new Uint8Array(self.list.length);
    self.shifts = J.shifts(self.list.map(function (place) { return place.disc ? place.point : null; }));
    self.shapes = self.list.map(function (place) { return J.shapes(place, renderer); });
    self._inOrder().forEach(function (pair) { self._add(pair[0], pair[1].shape); });
    self.discs = new J.Discs(self.list, self.shifts, { renderer: renderer, bubblingMouseEvents: false });
    self._addDiscs();
  };

  /* Areas below lines; large areas below small ones. */
  Places.prototype._inOrder = function () {
    var list = this.list;
    var pairs = list.flatMap(function (place) {
      return this.shapes[place.i].map(function (drawn) { return [place, drawn]; });
    }, this);
    return pairs.sort(function (a, b) { return a[1].level - b[1].level || a[0].order - b[0].order; });
  };

  Places.prototype._add = function (place, shape) {
    var self = this;
    shape.addTo(self.map);
    shape.on("click", function (event) { self.onopen(place, event.latlng); });
    shape.on("mouseover", function () { self.onhover(place); });
    shape.on("mouseout", function () { self.onhover(null); });
  };

  Places.prototype._addDiscs = function () {
    var self = this, discs = self.discs, hovered = null;
    var hover = function (place) {
      if (place !== hovered) self.onhover(place);
      hovered = place;
    };
    discs.addTo(self.map);
    discs.on("click", function () { self.onopen(discs.hit, self.standing(discs.hit, L.latLng(discs.hit.point[1], discs.hit.point[0]))); });
    discs.on("mousemove", function () { hover(discs.hit); });
    discs.on("mouseout", function () { hover(null); });
  };

  /* Paint byte by byte: 0 hidden, 1 neutral, 2 and up a theme. */
  Places.prototype.paint = function (bytes, styles) {
    for (var i = 0; i < bytes.length; i += 1) {
      if (bytes[i] !== this.painted[i] && this.shapes[i].length) this._restyle(i, bytes[i] ? styles[bytes[i] - 1] : null);
    }
    this.painted = bytes;
    this.discs.paint(bytes, styles);
  };

  Places.prototype._restyle = function (i, style) {
    this.shapes[i].forEach(function (drawn) {
      drawn.shape.setStyle(style ? Object.assign({ hidden: false }, drawn.style(style)) : { hidden: true });
    });
  };

  Places.prototype.remove = function () {
    var map = this.map;
    this.shapes.flat().forEach(function (drawn) { map.removeLayer(drawn.shape); });
    map.removeLayer(this.discs);
  };

  /* Show the extent of an opened place, and take away the last one. */
  Places.prototype.highlight = function (place, styles) {
    if (this.lit) this.map.removeLayer(this.lit);
    this.lit = place ? J.extent(place, styles[Math.max(this.painted[place.i], 1) - 1], this.renderer).addTo(this.map) : null;
  };

  /* Whether a place is painted, stands somewhere, and lies in a view. */
  Places.prototype._within = function (place, view) {
    return this.painted[place.i] > 0 && place.point !== null &&
      place.point[0] >= view.getWest() && place.point[0] <= view.getEast() &&
      place.point[1] >= view.getSouth() && place.point[1] <= view.getNorth();
  };

  /* The boxes of the discs in view, which names must not cover. */
  Places.prototype.boxes = function () {
    var self = this, view = self.map.getBounds(), crowd = self.discs.crowd;
    return self.list.filter(function (place) { return place.disc && self._within(place, view); }).slice(0, MOST_BOXES).map(function (place) {
      var radius = J.radius(place, crowd);
      var at = self.map.latLngToContainerPoint([place.point[1], place.point[0]]).add(self.shifts[place.i] || [0, 0]);
      return { x: at.x - radius, y: at.y - radius, w: 2 * radius, h: 2 * radius, id: place.id };
    });
  };

  Places.prototype.visible = function (i) { return this.painted[i] > 0; };

  /* Whether a line or a large area reaches into a view. */
  Places.prototype._reaches = function (place, view) {
    var b = place.bounds;
    return b !== null && this.painted[place.i] > 0 && view.intersects([[b[1], b[0]], [b[3], b[2]]]);
  };

  /* Names for the label layer, by order and weight. */
  Places.prototype.names = function (client) {
    var dark = document.documentElement.classList.contains("jt-dark");
    var self = this, zoom = self.map.getZoom(), view = self.map.getBounds(), crowd = self.discs.crowd;
    return self.list.filter(function (place) {
      return zoom >= place.label_zoom && (place.disc ? self._within(place, view) : self._reaches(place, view));
    }).sort(function (a, b) { return J.order(a) - J.order(b) || b.weight - a.weight; }).slice(0, MOST_NAMES).map(function (place) {
      return {
        id: place.id, order: J.order(place), spots: place.disc ? null : J.spots(place.geometry, view), text: J.said(client, place), at: L.latLng(place.point[1], place.point[0]), shift: self.shifts[place.i], size: 12.5,
        bold: place.own, offset: place.disc ? J.radius(place, crowd) : 0, centred: !place.disc,
        ink: dark ? "#e6e9ed" : "#2b2f36", halo: dark ? "#12181f" : "#ffffff"
      };
    });
  };

  /* The letters of a Latin name, without marks, blanks and apostrophes; none of a text in another script. */
  function folded(text) {
    return LATIN.test(text) ? text.normalize("NFD").toLowerCase().replace(/[^a-z]/g, "") : "";
  }

  Places.prototype.find = function (text) {
    var needle = text.toLowerCase(), letters = folded(text);
    var hits = this.list.filter(function (place) {
      return place.point && [place.name].concat(place.aliases || []).some(function (name) { return name.toLowerCase().indexOf(needle) >= 0; }) ||
        (place.point && letters !== "" && folded(place.latin).indexOf(letters) >= 0);
    });
    /* The name itself first, then places of which much is told. */
    return hits.sort(function (a, b) { return (b.name === text) - (a.name === text) || b.weight - a.weight || a.name.length - b.name.length; });
  };

  /* Where a place's mark stands, which may be beside its point. */
  Places.prototype.standing = function (place, at) {
    var shift = this.shifts[place.i];
    return shift ? this.map.layerPointToLatLng(this.map.latLngToLayerPoint(at).add(shift)) : at;
  };

  Places.prototype.details = function (place) {
    return J.json(this.url + "/details/" + Math.floor(place.i / this.chunk)).then(function (rows) {
      return rows[place.id];
    });
  };

  J.Places = Places;
  J.styles = styles;
})(window.JINTU);
