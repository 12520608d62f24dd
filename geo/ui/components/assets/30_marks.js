/* What stands on the map for a place: canvas shapes that can be hidden without leaving the map. */
"use strict";
(function (J) {
  var HOLLOW = "#ffffff";
  var CROWD = 3000;
  var RING_MAX_M = 20000;

  function hideable(Base, extra) {
    return Base.extend(Object.assign({
      _updatePath: function () { if (!this.options.hidden) Base.prototype._updatePath.call(this); },
      _containsPoint: function (point) { return !this.options.hidden && Base.prototype._containsPoint.call(this, point); }
    }, extra));
  }

  var Ring = hideable(L.Circle, {});
  var Line = hideable(L.Polyline, {});
  var Area = hideable(L.Polygon, {});

  /* A disc with the theme's glyph, moved a little where several places share a point. */
  var Disc = hideable(L.CircleMarker, {
    _project: function () {
      L.CircleMarker.prototype._project.call(this);
      if (!this.options.shift) return;
      this._point = this._point.add(this.options.shift);
      this._updateBounds();
    },
    _updatePath: function () {
      if (this.options.hidden) return;
      L.CircleMarker.prototype._updatePath.call(this);
      if (this.options.glyph && this._renderer._drawing && !this._empty()) this._drawGlyph(this._renderer._ctx);
    },
    _drawGlyph: function (ctx) {
      var scale = this._radius * 1.25 / 24;
      ctx.save();
      ctx.globalAlpha = 1;
      ctx.translate(this._point.x - 12 * scale, this._point.y - 12 * scale);
      ctx.scale(scale, scale);
      ctx.fillStyle = this.options.ink;
      ctx.fill(this.options.glyph, "evenodd");
      ctx.restore();
    }
  });

  /* Places that share a point stand in rings around it, in pixels. */
  J.shifts = function (points) {
    var seen = new Map();
    points.forEach(function (point, i) {
      if (!point) return;
      var key = point[0].toFixed(3) + " " + point[1].toFixed(3);
      if (!seen.has(key)) seen.set(key, []);
      seen.get(key).push(i);
    });
    var shift = new Array(points.length).fill(null);
    seen.forEach(function (members) {
      if (members.length > 1) members.forEach(function (i, n) { shift[i] = ring(n); });
    });
    return shift;
  };

  function ring(n) {
    if (n === 0) return null;
    var level = 1, first = 1;
    while (n >= first + 6 * level) { first += 6 * level; level += 1; }
    var angle = 2 * Math.PI * (n - first) / (6 * level);
    return L.point(Math.cos(angle) * 17 * level, Math.sin(angle) * 17 * level);
  }

  /* A theme's colour as a stroke: lightened where the background is dark. */
  function stroke(style) {
    return document.documentElement.classList.contains("jt-dark") ? style.tint : style.colour;
  }

  function lineStyle(place, colour) {
    return {
      color: colour, weight: place.own ? 3.5 : 2.2, opacity: place.own ? 0.95 : 0.8, fill: false,
      dashArray: place.precision === "schematic" ? "9 6" : null
    };
  }

  function areaStyle(place, colour) {
    return {
      color: colour, weight: place.unit ? 1.6 : 1.4, opacity: place.unit ? 0.7 : 0.9, fillColor: colour,
      fillOpacity: place.unit ? 0.05 : 0.35, dashArray: place.precision === "exact" ? null : "5 4"
    };
  }

  /* Discs with figures of their own are large, those named without any are small. */
  J.radius = function (place) { return place.own ? 9 : (place.weight ? 7 : 5); };

  function discStyle(place, style, crowd) {
    var hollow = place.precision === "admin" || place.unit;
    return {
      radius: crowd ? 4 : J.radius(place), color: hollow ? style.colour : HOLLOW, weight: hollow ? 2 : 1.5, opacity: 1,
      fillColor: hollow ? HOLLOW : style.colour, fillOpacity: 1,
      ink: hollow ? style.shade : style.ink, glyph: crowd || !place.weight ? null : style.path
    };
  }

  function ringStyle(colour) {
    return { color: colour, weight: 1, opacity: 0.6, fillColor: colour, fillOpacity: 0.06, dashArray: "3 3" };
  }

  function areaOf(place, options, rings) {
    return { level: 0, shape: new Area(rings, options), style: function (s) { return areaStyle(place, stroke(s)); } };
  }

  function lineOf(place, options, path) {
    return { level: 1, shape: new Line(path, options), style: function (s) { return lineStyle(place, stroke(s)); } };
  }

  function ringOf(place, options, at) {
    var silent = Object.assign({ radius: place.uncertainty }, options, { interactive: false });
    return { level: 2, shape: new Ring(at, silent), style: function (s) { return ringStyle(stroke(s)); } };
  }

  function discOf(place, options, at, shift, crowd) {
    var moved = Object.assign({ shift: shift }, options);
    return { level: 3, shape: new Disc(at, moved), style: function (s) { return discStyle(place, s, crowd); } };
  }

  /* All shapes of one place: what to draw, how to style it, and its level from the ground up. */
  J.shapes = function (place, shift, renderer, crowd) {
    var options = { renderer: renderer, hidden: true, bubblingMouseEvents: false };
    var type = place.geometry ? place.geometry.type : "";
    var multi = type.indexOf("Multi") === 0 ? 1 : 0;
    var latLngs = function (depth) { return L.GeoJSON.coordsToLatLngs(place.geometry.coordinates, depth + multi); };
    var shapes = [];
    if (place.shape && /Polygon$/.test(type)) shapes.push(areaOf(place, options, latLngs(1)));
    if (place.shape && /LineString$/.test(type)) shapes.push(lineOf(place, options, latLngs(0)));
    if (!place.disc) return shapes;
    var at = L.latLng(place.point[1], place.point[0]);
    if (place.precision === "approximate" && !place.bounds && place.uncertainty <= RING_MAX_M) shapes.push(ringOf(place, options, at));
    shapes.push(discOf(place, options, at, shift, crowd));
    return shapes;
  };

  /* What an opened place shows beside its mark: its whole extent, and how far it may lie off. */
  J.extent = function (place, style, renderer) {
    var colour = stroke(style);
    var group = L.layerGroup();
    var still = { renderer: renderer, interactive: false };
    if (place.bounds) {
      L.geoJSON(place.geometry, Object.assign({ style: extentStyle(place, colour) }, still)).addTo(group);
    }
    if (place.precision !== "exact" && place.uncertainty > 0 && !place.bounds) {
      L.circle([place.point[1], place.point[0]], Object.assign({ radius: place.uncertainty }, still, ringStyle(colour))).addTo(group);
    }
    return group;
  };

  function extentStyle(place, colour) {
    return {
      color: colour, weight: place.disc ? 2.5 : 6, opacity: place.disc ? 0.95 : 0.45, fillColor: colour, fillOpacity: 0.1,
      dashArray: place.disc && place.precision !== "exact" ? "6 5" : null
    };
  }

  J.isCrowd = function (count) { return count > CROWD; };
})(window.JINTU);
