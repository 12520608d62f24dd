/* The background: land, water and borders on one canvas of its own, county lines only when near. */
"use strict";
(function (J) {
  var COUNTY_ZOOM = 9;
  var LIGHT = {
    sea: "#e9eff3", land: "#f0efeb", china: "#fcfbf8", lake: "#cfe1ec", river: "#b8d2e3",
    county: "#e4dfd6", prefecture: "#cdc6ba", province: "#a79f92", national: "#a79f92"
  };
  var DARK = {
    sea: "#12181f", land: "#181d23", china: "#1f252c", lake: "#1d3a50", river: "#2a4d68",
    county: "#2c343d", prefecture: "#3c4651", province: "#596673", national: "#596673"
  };
  var WEIGHT = { river: 1.1, county: 0.7, prefecture: 0.9, province: 1.5, national: 1.5 };
  var FILLED = { land: true, china: true, lake: true };

  function style(palette, layer) {
    if (FILLED[layer]) return { stroke: false, fill: true, fillColor: palette[layer], fillOpacity: 1 };
    return { color: palette[layer], weight: WEIGHT[layer], opacity: 1, fill: false, dashArray: layer === "county" ? "3 2" : null };
  }

  J.Basemap = function (map, url) {
    this.map = map;
    this.url = url;
    this.layers = [];
    map.createPane("jt-base").style.zIndex = 190;
    this.renderer = L.canvas({ pane: "jt-base", padding: 0.4 });
    this.palette = J.dark() ? DARK : LIGHT;
  };

  /* Land first; the rest, which is larger, once `placed` says that the places stand on it. */
  J.Basemap.prototype.load = function (placed) {
    var self = this;
    self.paint();
    var get = function (name) { return J.json(self.url + name); };
    var add = function (files) { files.forEach(function (file) { self.add(file); }); };
    var later = placed.then(function () { return Promise.all(["china.json", "water.json", "borders.json"].map(get)); });
    return get("land.json").then(function (land) { add([land]); }).then(function () { return later; }).then(add).then(function () {
      document.documentElement.setAttribute("data-jt-base", "1");
      return get("counties/index.json");
    }).then(function (index) {
      self.counties = index;
      self.map.on("moveend", self.near, self);
      self.near();
    });
  };

  J.Basemap.prototype.add = function (collection) {
    var self = this;
    L.geoJSON(collection, {
      pane: "jt-base", renderer: self.renderer, interactive: false, smoothFactor: 1.2,
      style: function (feature) { return style(self.palette, feature.properties.layer); }
    }).eachLayer(function (layer) { self.layers.push(layer.addTo(self.map)); });
  };

  /* Fetch the county lines of the provinces in view. */
  J.Basemap.prototype.near = function () {
    var self = this;
    if (self.map.getZoom() < COUNTY_ZOOM) return;
    var view = self.map.getBounds();
    Object.keys(self.counties).forEach(function (code) {
      var b = self.counties[code];
      if (!b || !view.intersects([[b[1], b[0]], [b[3], b[2]]])) return;
      self.counties[code] = null;
      J.json(self.url + "counties/" + encodeURIComponent(code) + ".json").then(function (file) { self.add(file); });
    });
  };

  /* Paint in the page's colours; tell whether they are others than before. */
  J.Basemap.prototype.paint = function () {
    var palette = J.dark() ? DARK : LIGHT;
    this.map.getContainer().style.background = palette.sea;
    document.documentElement.classList.toggle("jt-dark", palette === DARK);
    if (palette === this.palette && this.painted) return false;
    this.palette = palette;
    this.painted = true;
    this.layers.forEach(function (layer) { layer.setStyle(style(palette, layer.feature.properties.layer)); });
    return true;
  };
})(window.JINTU);
