/* Names on a canvas of their own: places first, then cities and counties, none over another. */
"use strict";
(function (J) {
  var FONT = '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif';
  var SQUARE = 48;
  var RANKS = { 1: [0, 7], 2: [6.5, 10.5], 3: [9, 18] };
  var SIZE = { 1: 14, 2: 12.5, 3: 11.5 };

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
      var taken = new Taken(this.discs());
      var placed = new Set();
      var view = map.getBounds();
      var names = this.places().concat(this.bare ? [] : this._baseNames(map.getZoom()));
      names.forEach(function (item) {
        if (placed.has(item.text) || !view.contains(item.at)) return;
        var point = map.latLngToContainerPoint(item.at).add(item.shift || [0, 0]);
        ctx.font = (item.bold ? "600 " : "") + item.size + "px " + FONT;
        var box = place(ctx, item, point, taken);
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
          id: null, text: row[0], at: L.latLng(row[2], row[1]), size: SIZE[row[3]], centred: true,
          ink: dark ? "#8f9aa6" : "#8a8478", halo: dark ? "#1f252c" : "#fcfbf8"
        };
      });
    }
  });

  /* The first free box for a name: beside its mark (right, left, below, above), or centred. */
  function place(ctx, item, point, taken) {
    var w = ctx.measureText(item.text).width, h = item.size + 3, r = item.offset || 0;
    var tries = item.centred ? [[-w / 2, -h / 2]] : [[r + 3, -h / 2], [-w - r - 3, -h / 2], [-w / 2, r + 2], [-w / 2, -r - h - 2]];
    for (var i = 0; i < tries.length; i += 1) {
      var box = { x: point.x + tries[i][0], y: point.y + tries[i][1], w: w, h: h };
      if (taken.leaves(box, item.id)) return box;
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
