/* Lines and areas on the map, which can be hidden without leaving it, and how every mark is styled. */
"use strict";
(function (J) {
  var HOLLOW = "#ffffff";

  function hideable(Base) {
    return Base.extend({
      _updatePath: function () { if (!this.options.hidden) Base.prototype._updatePath.call(this); },
      _containsPoint: function (point) { return !this.options.hidden && Base.prototype._containsPoint.call(this, point); }
    });
  }

  var Line = hideable(L.Polyline);
  var Area = hideable(L.Polygon);

  /* Places that share a point stand in rings around it, in pixels. */
  J.shifts = function (points) {
    var standing = new Map();
    return points.map(function (point) {
      if (!point) return null;
      var key = Math.round(point[0] * 1000) * 1e6 + Math.round(point[1] * 1000);
      var n = standing.get(key) || 0;
      standing.set(key, n + 1);
      return ring(n);
    });
  };

  function ring(n) {
    if (n === 0) return null;
    var level = 1, first = 1;
    while (n >= first + 6 * level) { first += 6 * level; level += 1; }
    var angle = 2 * Math.PI * (n - first) / (6 * level);
    return L.point(Math.round(Math.cos(angle) * 17 * level), Math.round(Math.sin(angle) * 17 * level));
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
  J.radius = function (place, crowd) { return crowd ? 4 : (place.own ? 9 : (place.weight ? 7 : 5)); };

  /* Discs of places that no more than their district is known for, and of districts, are hollow. */
  J.isHollow = function (place) { return place.precision === "admin" || place.unit; };

  /* How a disc looks: full or hollow, with or without the theme's glyph. */
  J.discStyle = function (place, style, crowd) {
    var hollow = J.isHollow(place);
    return {
      radius: J.radius(place, crowd), color: hollow ? style.colour : HOLLOW, weight: hollow ? 2 : 1.5,
      fillColor: hollow ? HOLLOW : style.colour, ink: hollow ? style.shade : style.ink, glyph: crowd || !place.weight ? null : style.path
    };
  };

  J.ringStyle = function (style) {
    var colour = stroke(style);
    return { color: colour, weight: 1, opacity: 0.6, fillColor: colour, fillOpacity: 0.06, dashArray: "3 3" };
  };

  function areaOf(place, options, rings) {
    return { level: 0, shape: new Area(rings, options), style: function (s) { return areaStyle(place, stroke(s)); } };
  }

  function lineOf(place, options, path) {
    return { level: 1, shape: new Line(path, options), style: function (s) { return lineStyle(place, stroke(s)); } };
  }

  /* Line and area of one place: what to draw, how to style it, and its level from the ground up. */
  J.shapes = function (place, renderer) {
    var options = { renderer: renderer, hidden: true, bubblingMouseEvents: false };
    var type = place.geometry ? place.geometry.type : "";
    var multi = type.indexOf("Multi") === 0 ? 1 : 0;
    var latLngs = function (depth) { return L.GeoJSON.coordsToLatLngs(place.geometry.coordinates, depth + multi); };
    if (place.shape && /Polygon$/.test(type)) return [areaOf(place, options, latLngs(1))];
    if (place.shape && /LineString$/.test(type)) return [lineOf(place, options, latLngs(0))];
    return [];
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
      L.circle([place.point[1], place.point[0]], Object.assign({ radius: place.uncertainty }, still, J.ringStyle(style))).addTo(group);
    }
    return group;
  };

  function extentStyle(place, colour) {
    return {
      color: colour, weight: place.disc ? 2.5 : 6, opacity: place.disc ? 0.95 : 0.45, fillColor: colour, fillOpacity: 0.1,
      dashArray: place.disc && place.precision !== "exact" ? "6 5" : null
    };
  }
})(window.JINTU);
