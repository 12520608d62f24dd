/* All discs of an atlas, and the rings around the approximate ones: one shape on the canvas, whatever their number. */
"use strict";
(function (J) {
  var CROWD = 3000;
  var LOOKS = 32; // more than the looks a disc can have
  var MARGIN = 12; // more than the radius of the largest disc
  var RING_MAX_M = 20000;
  var EVERYWHERE = L.bounds([-1e8, -1e8], [1e8, 1e8]);

  /* So many places that they are drawn small, and little beyond the edge of the map. */
  J.isCrowd = function (list) { return list.length > CROWD; };

  /* Large areas' discs below those of small ones and of points. */
  function inOrder(list) {
    return list.filter(function (place) { return place.disc; }).sort(function (a, b) { return a.order - b.order || a.i - b.i; });
  }

  /* Pixels of a place's uncertainty at zoom 0; 0 for a place without a ring. */
  function ringOf(place) {
    if (place.precision !== "approximate" || place.bounds || !(place.uncertainty <= RING_MAX_M)) return 0;
    return place.uncertainty * 256 / (2 * Math.PI * L.CRS.Earth.R * Math.cos(place.point[1] * Math.PI / 180));
  }

  /* A number for what a disc looks like but for its theme. */
  function lookOf(place) { return J.radius(place) * 2 + Number(J.isHollow(place)); }

  /* A disc drawn once, to be copied wherever one like it stands. */
  function sprite(style, ratio) {
    var half = Math.ceil(style.radius + style.weight / 2);
    var canvas = document.createElement("canvas");
    canvas.width = canvas.height = 2 * half * ratio;
    var ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    ctx.translate(half, half);
    ctx.beginPath();
    ctx.arc(0, 0, style.radius, 0, 2 * Math.PI);
    ctx.fillStyle = style.fillColor;
    ctx.fill();
    ctx.lineWidth = style.weight;
    ctx.strokeStyle = style.color;
    ctx.stroke();
    if (style.glyph) drawGlyph(ctx, style);
    return { canvas: canvas, half: half };
  }

  function drawGlyph(ctx, style) {
    var scale = style.radius * 1.25 / 24;
    ctx.translate(-12 * scale, -12 * scale);
    ctx.scale(scale, scale);
    ctx.fillStyle = style.ink;
    ctx.fill(style.glyph, "evenodd");
  }

  J.Discs = L.Path.extend({
    /* `list` holds all places by position, `shifts` where those that share a point stand beside it. */
    initialize: function (list, shifts, options) {
      L.setOptions(this, options);
      this.crowd = J.isCrowd(list);
      this.places = inOrder(list);
      this.shifts = this.places.map(function (place) { return shifts[place.i] || L.point(0, 0); });
      this.rings = this.places.map(ringOf);
      this.radii = this.places.map(function (place) { return J.radius(place, this.crowd); }, this);
      this.looks = this.places.map(lookOf);
      this.flat = new Float64Array(2 * this.places.length);
      this.at = new Int32Array(2 * this.places.length);
      this.painted = new Uint8Array(list.length);
      this.sprites = new Map();
      this._pxBounds = EVERYWHERE;
      this.places.forEach(this._flatten, this);
    },
    _flatten: function (place, k) {
      var point = L.CRS.EPSG3857.latLngToPoint(L.latLng(place.point[1], place.point[0]), 0);
      this.flat[2 * k] = point.x;
      this.flat[2 * k + 1] = point.y;
    },
    /* Show the places as their bytes say: 0 hidden, 1 neutral, 2 and up a theme. */
    paint: function (bytes, styles) {
      if (styles !== this.styles) this.sprites.clear();
      this.painted = bytes;
      this.styles = styles;
      this.redraw();
    },
    _project: function () {
      this.scale = this._map.getZoomScale(this._map.getZoom(), 0);
      var origin = this._map.getPixelOrigin();
      for (var k = 0; k < this.places.length; k += 1) {
        this.at[2 * k] = Math.round(this.flat[2 * k] * this.scale) - origin.x + this.shifts[k].x;
        this.at[2 * k + 1] = Math.round(this.flat[2 * k + 1] * this.scale) - origin.y + this.shifts[k].y;
      }
    },
    _update: function () { this._updatePath(); },
    /* Draw what lies in the part of the canvas that is drawn anew: rings first, discs over them. */
    _updatePath: function () {
      if (!this._map || !this._renderer._drawing || !this.styles) return;
      var ctx = this._renderer._ctx, self = this;
      this._eachIn(this._drawnBox(), function (k) { return self.rings[k] * self.scale; }, function (k, radius) {
        if (Math.round(radius) > self.radii[k]) self._drawRing(ctx, k, radius);
      });
      ctx.globalAlpha = 1;
      this._eachIn(this._drawnBox(), function () { return MARGIN; }, function (k) { self._drawDisc(ctx, k); });
    },
    _drawnBox: function () {
      var all = this._renderer._bounds, part = this._renderer._redrawBounds || all;
      return [
        Math.max(all.min.x, part.min.x), Math.max(all.min.y, part.min.y), Math.min(all.max.x, part.max.x), Math.min(all.max.y, part.max.y)
      ];
    },
    /* Call for each painted disc whose circle of some radius, in pixels, touches a box. */
    _eachIn: function (box, radiusOf, act) {
      for (var k = 0; k < this.places.length; k += 1) {
        if (!this.painted[this.places[k].i]) continue;
        var x = this.at[2 * k], y = this.at[2 * k + 1], r = radiusOf(k);
        if (r && x + r >= box[0] && x - r <= box[2] && y + r >= box[1] && y - r <= box[3]) act(k, r);
      }
    },
    _drawRing: function (ctx, k, radius) {
      var style = J.ringStyle(this._styleOf(k)), shift = this.shifts[k];
      ctx.beginPath();
      ctx.arc(this.at[2 * k] - shift.x, this.at[2 * k + 1] - shift.y, Math.round(radius), 0, 2 * Math.PI);
      ctx.globalAlpha = style.fillOpacity;
      ctx.fillStyle = style.fillColor;
      ctx.fill();
      ctx.setLineDash([3, 3]);
      ctx.globalAlpha = style.opacity;
      ctx.lineWidth = style.weight;
      ctx.strokeStyle = style.color;
      ctx.stroke();
    },
    _styleOf: function (k) { return this.styles[this.painted[this.places[k].i] - 1]; },
    _drawDisc: function (ctx, k) {
      var drawn = this._sprite(k), size = 2 * drawn.half;
      ctx.drawImage(drawn.canvas, this.at[2 * k] - drawn.half, this.at[2 * k + 1] - drawn.half, size, size);
    },
    _sprite: function (k) {
      var place = this.places[k], key = this.painted[place.i] * LOOKS + this.looks[k];
      if (!this.sprites.has(key)) {
        this.sprites.set(key, sprite(J.discStyle(place, this._styleOf(k), this.crowd), L.Browser.retina ? 2 : 1));
      }
      return this.sprites.get(key);
    },
    _containsPoint: function (point) {
      this.hit = this._hitAt(point);
      return this.hit !== null;
    },
    /* The place whose disc is uppermost at a point, or null. */
    _hitAt: function (point) {
      var slack = 1 + (this._renderer.options.tolerance || 0);
      for (var k = this.places.length - 1; k >= 0; k -= 1) {
        var dx = this.at[2 * k] - point.x, dy = this.at[2 * k + 1] - point.y, reach = this.radii[k] + slack;
        if (dx * dx + dy * dy <= reach * reach && this.painted[this.places[k].i]) return this.places[k];
      }
      return null;
    }
  });
})(window.JINTU);
