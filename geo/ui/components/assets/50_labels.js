/* Names on a canvas of their own, none over another: cities and lines first, then the other places by their figures. */
"use strict";
(function (J) {
  var FONT = '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif';
  var SQUARE = 48;
  var RANKS = { 1: [0, 7], 2: [6.5, 10.5], 3: [9, 18] };
  var SIZE = { 1: 14, 2: 12.5, 3: 11.5 };
  var ORDER = { 1: 0.5, 2: 0.5, 3: 3.5 }; // of the base map's names among the places' orders
  var FIRST = new Set(["province", "prefecture"]);
  var SPOTS = 9;

  /* Who gives way to whom: 0 cities and lines, 1 counties and waters, 2 places with figures of their own, 3 the rest. */
  J.order = function (place) {
    if (FIRST.has(place.kind) || !place.disc) return 0;
    if (place.kind === "county" || place.kind === "lake" || place.kind === "reservoir") return 1;
    return place.own ? 2 : 3;
  };

  /* Where the name of a line may stand: on its part in view, from the middle outwards. */
  J.spots = function (geometry, view) {
    var points = geometry.type === "LineString" ? geometry.coordinates : geometry.coordinates.flat();
    var inside = points.filter(function (at) { return view.contains([at[1], at[0]]); });
    var count = Math.min(SPOTS, inside.length), middle = (count - 1) / 2;
    return Array.from({ length: count }, function (_, n) { return n; }).sort(function (a, b) {
      return Math.abs(a - middle) - Math.abs(b - middle);
    }).map(function (n) {
      var at = inside[Math.floor((n + 0.5) * inside.length / count)];
      return L.latLng(at[1], at[0]);
    });
  };

  J.Labels = L.Layer.extend({
    initialize: function (places, discs) { this.base = []; this.places = places; this.discs = discs; },
    onAdd: function (map) {
      map.createPane("jt-labels").style.zIndex = 450;
      map.getPane("jt-labels").style.pointerEvents = "none";
      this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane("jt-labels"));
      this.canvas.setAttribute("aria-hidden", "true");
      map.on("moveend resize", this.draw, this);
    },
    onRemove: function (map) {
      this.canvas.remove();
      map.off("moveend resize", this.draw, this);
    },
    /* Gather the names in view, most important first, and draw those that fit. */
    draw: function () {
      var map = this._map;
      if (!map) return;
      var ctx = this._prepare();
      var discs = new Taken(this.discs()), taken = new Taken([]);
      var placed = this.placed = new Set();
      var view = map.getBounds();
      var names = this.places().concat(this.bare ? [] : this._baseNames(map.getZoom()));
      names.sort(function (a, b) { return a.order - b.order; }).forEach(function (item) {
        if (placed.has(item.text)) return;
        ctx.font = (item.bold ? "600 " : "") + item.size + "px " + FONT;
        var points = (item.spots || [item.at]).filter(function (at) { return view.contains(at); }).map(function (at) {
          return map.latLngToContainerPoint(at).add(item.shift || [0, 0]);
        });
        var box = first(ctx, item, points, [taken, discs]) || (item.order === 0 && item.bold && first(ctx, item, points, [taken]));
        if (!box) return;
        taken.add(box);
        placed.add(item.text);
        write(ctx, item, box);
      });
    },
    _prepare: function () {
      var size = this._map.getSize(), ratio = window.devicePixelRatio || 1;
      this.canvas.width = size.x * ratio;
      this.canvas.height = size.y * ratio;
      this.canvas.style.width = size.x + "px";
      this.canvas.style.height = size.y + "px";
      L.DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
      var ctx = this.canvas.getContext("2d");
      ctx.scale(ratio, ratio);
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      return ctx;
    },
    _baseNames: function (zoom) {
      var dark = document.documentElement.classList.contains("jt-dark");
      return this.base.filter(function (row) {
        return zoom >= RANKS[row[3]][0] && zoom <= RANKS[row[3]][1];
      }).map(function (row) {
        return {
          id: null, order: ORDER[row[3]], text: row[0], at: L.latLng(row[2], row[1]), size: SIZE[row[3]], centred: true,
          ink: dark ? "#8f9aa6" : "#8a8478", halo: dark ? "#1f252c" : "#fcfbf8"
        };
      });
    }
  });

  /* The first free box for a name at one of its points. */
  function first(ctx, item, points, taken) {
    for (var i = 0; i < points.length; i += 1) {
      var box = place(ctx, item, points[i], taken);
      if (box) return box;
    }
    return null;
  }

  /* The first free box for a name: beside its mark (right, left, below, above), or centred. */
  function place(ctx, item, point, taken) {
    var w = ctx.measureText(item.text).width, h = item.size + 3, r = item.offset || 0;
    var tries = item.centred ? [[-w / 2, -h / 2]] : [[r + 3, -h / 2], [-w - r - 3, -h / 2], [-w / 2, r + 2], [-w / 2, -r - h - 2]];
    for (var i = 0; i < tries.length; i += 1) {
      var box = { x: point.x + tries[i][0], y: point.y + tries[i][1], w: w, h: h };
      if (item.spots && (box.x < 0 || box.x + w > ctx.canvas.clientWidth)) continue;
      if (taken.every(function (boxes) { return boxes.leaves(box, item.id); })) return box;
    }
    return null;
  }

  /* Boxes that are taken, by the squares of the screen that they touch. */
  function Taken(boxes) {
    this.squares = new Map();
    boxes.forEach(this.add, this);
  }

  Taken.prototype._each = function (box, act) {
    for (var column = Math.floor((box.x - 2) / SQUARE); column <= (box.x + box.w + 2) / SQUARE; column += 1) {
      for (var row = Math.floor((box.y - 2) / SQUARE); row <= (box.y + box.h + 2) / SQUARE; row += 1) {
        if (act(column * 4096 + row)) return true;
      }
    }
    return false;
  };

  Taken.prototype.add = function (box) {
    var squares = this.squares;
    this._each(box, function (key) {
      if (squares.has(key)) squares.get(key).push(box);
      else squares.set(key, [box]);
    });
  };

  /* Tell whether a box is free for a name, whose own mark may lie under it. */
  Taken.prototype.leaves = function (box, id) {
    var squares = this.squares;
    return !this._each(box, function (key) {
      return (squares.get(key) || []).some(function (other) { return other.id !== id && overlaps(box, other); });
    });
  };

  function overlaps(a, b) {
    return a.x < b.x + b.w + 2 && b.x < a.x + a.w + 2 && a.y < b.y + b.h + 1 && b.y < a.y + a.h + 1;
  }

  function write(ctx, item, box) {
    ctx.lineWidth = 3;
    ctx.strokeStyle = item.halo;
    ctx.fillStyle = item.ink;
    ctx.strokeText(item.text, box.x, box.y + box.h / 2);
    ctx.fillText(item.text, box.x, box.y + box.h / 2);
  }
})(window.JINTU);
