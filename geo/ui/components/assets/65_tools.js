/* What a map is asked besides its places: coordinates of a click, distances, the whole screen. */
"use strict";
(function (J) {
  var el = J.el;

  var ICONS = {
    point: "M12 3v5M12 16v5M3 12h5M16 12h5M12 8a4 4 0 1 0 .01 0z",
    measure: "M3 16.500 16.500 3 21 7.500 7.500 21zM7 12.500l2 2M10 9.500l3 3M13 6.500l2 2",
    full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"
  };

  function button(name, act) {
    var drawing = J.svg("path", { d: ICONS[name], fill: "none", stroke: "currentColor", "stroke-width": 1.8 });
    var node = el("a", "jt-tool", null, [J.svg("svg", { viewBox: "0 0 24 24", width: 18, height: 18 }, [drawing])]);
    node.href = "#";
    node.setAttribute("role", "button");
    node.addEventListener("click", function (event) { event.preventDefault(); act(); });
    return node;
  }

  /* `crs` is the address that answers with GCJ-02 and BD-09; without it WGS84 alone is told. */
  J.Tools = L.Control.extend({
    options: { position: "topright" },
    initialize: function (crs) { this.crs = crs; this.mode = null; this.path = []; },
    onAdd: function (map) {
      var self = this;
      self.map = map;
      self.locate = button("point", function () { self.set(self.mode === "point" ? null : "point"); });
      self.measure = button("measure", function () { self.set(self.mode === "measure" ? null : "measure"); });
      self.full = button("full", function () { self._fullscreen(); });
      self.full.hidden = !document.fullscreenEnabled;
      self.said = el("div", "jt-said");
      self.said.setAttribute("aria-live", "polite");
      map.on("click", function (event) { self.take(event.latlng); });
      var bar = el("div", "jt-tools", null, [el("div", "leaflet-bar", null, [self.locate, self.measure, self.full]), self.said]);
      L.DomEvent.disableClickPropagation(bar);
      return bar;
    },
    caption: function (client) {
      var self = this;
      self.client = client;
      var zoom = function (way) { return self.map.getContainer().querySelector(".leaflet-control-zoom-" + way); };
      [
        [self.locate, "tool.point"], [self.measure, "tool.measure"], [self.full, "tool.full"],
        [zoom("in"), "tool.zoom_in"], [zoom("out"), "tool.zoom_out"]
      ].forEach(function (pair) {
        if (!pair[0]) return;
        pair[0].title = J.caption(client, pair[1]);
        pair[0].setAttribute("aria-label", J.caption(client, pair[1]));
      });
    },
    set: function (mode) {
      this.mode = mode;
      this.path = [];
      if (this.line) { this.map.removeLayer(this.line); this.line = null; }
      this.locate.setAttribute("aria-pressed", String(mode === "point"));
      this.measure.setAttribute("aria-pressed", String(mode === "measure"));
      this.map.getContainer().style.cursor = mode ? "crosshair" : "";
      this._say(mode ? [J.caption(this.client, "tool." + mode + ".hint")] : []);
    },
    /* Take a click for the tool in use; tell whether one was. */
    take: function (at) {
      if (this.mode === "point") this._point(at);
      if (this.mode === "measure") this._measure(at);
      return this.mode !== null;
    },
    _say: function (lines) {
      this.said.replaceChildren.apply(this.said, lines.map(function (line) { return el("div", null, line); }));
    },
    _point: function (at) {
      var self = this, lon = at.lng.toFixed(6), lat = at.lat.toFixed(6);
      if (!self.crs) { self._say(["WGS84 " + lon + ", " + lat]); return; }
      J.json(self.crs + (self.shifted ? "gcj02/" : "wgs84/") + lon + "," + lat).then(function (found) {
        self._say(Object.keys(found).map(function (system) { return system + " " + found[system].join(", "); }));
      });
    },
    _measure: function (at) {
      this.path.push(at);
      if (!this.line) this.line = L.polyline([], { color: "#d04a02", weight: 2.5, dashArray: "4 4", interactive: false }).addTo(this.map);
      this.line.setLatLngs(this.path);
      var map = this.map, metres = 0;
      for (var i = 1; i < this.path.length; i += 1) metres += map.distance(this.path[i - 1], this.path[i]);
      this._say([metres >= 1000 ? (metres / 1000).toFixed(2) + " km" : Math.round(metres) + " m"]);
    },
    _fullscreen: function () {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
    }
  });
})(window.JINTU);
