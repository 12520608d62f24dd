/* The map by keyboard: N and P walk from mark to mark, Enter opens one, Escape closes it and comes back. */
"use strict";
(function (J) {
  var STEPS = { n: 1, p: -1 };

  function Walk(board) {
    this.board = board;
    this.place = null;
    this.inPopup = false;
    var box = this.box = board.map.getContainer();
    box.setAttribute("role", "application");
    this.live = box.appendChild(J.el("div", "jt-live"));
    this.live.setAttribute("role", "status");
    this.live.setAttribute("aria-live", "polite");
    this.ring = L.marker([0, 0], { interactive: false, keyboard: false, icon: L.divIcon({ className: "jt-ring", iconSize: [30, 30] }) });
    box.addEventListener("keydown", this._key.bind(this));
    box.addEventListener("focusin", this._enter.bind(this));
    board.map.on("popupclose", this._back, this);
  }

  /* Say what the map is and how many places it shows. */
  Walk.prototype.caption = function (client) {
    var places = this.board.places;
    var count = places.list.filter(function (place) { return place.point && places.visible(place.i); }).length;
    this.box.setAttribute("aria-label", J.format(J.caption(client, "map.label"), { n: count }));
    if (this.place && places.byId.get(this.place.id) !== this.place) this._leave();
    else if (this.place && !places.visible(this.place.i)) this._leave();
  };

  Walk.prototype._key = function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") this._escape();
    if (event.target !== this.box || !this.board.places) return;
    var step = STEPS[event.key.toLowerCase()];
    if (step) this._step(step);
    else if (event.key === "Enter" && this.place) this._open();
  };

  /* The marks in view, those with most figures first, as in the table. */
  Walk.prototype._marks = function () {
    return this.board.places.inView().sort(function (a, b) { return b.weight - a.weight || a.i - b.i; });
  };

  Walk.prototype._step = function (step) {
    var marks = this._marks();
    if (!marks.length) return;
    var at = marks.indexOf(this.place);
    var next = at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length;
    this.place = marks[next];
    this._show(next + 1, marks.length);
  };

  Walk.prototype._standing = function () {
    return this.board.places.standing(this.place, L.latLng(this.place.point[1], this.place.point[0]));
  };

  Walk.prototype._show = function (n, all) {
    var board = this.board, place = this.place, at = this._standing();
    this.ring.setLatLng(at).addTo(board.map);
    board.tip.setContent(J.el("span", null, J.said(board.client, place))).setLatLng(at).addTo(board.map);
    var words = { name: J.said(board.client, place), kind: J.caption(board.client, "kind." + place.kind), n: n, all: all };
    this.live.textContent = J.format(J.caption(board.client, "walk.said"), words);
  };

  Walk.prototype._open = function () {
    var board = this.board;
    board.open(this.place, this._standing()).then(function () {
      var popup = board.popup && board.popup.getElement().querySelector(".jt-popup");
      if (popup) popup.focus({ preventScroll: true });
    });
  };

  Walk.prototype._escape = function () {
    if (this.board.popup) this.board.map.closePopup();
    else this._leave();
  };

  Walk.prototype._leave = function () {
    this.place = null;
    this.ring.remove();
    this.board.map.removeLayer(this.board.tip);
    this.live.textContent = "";
  };

  Walk.prototype._enter = function (event) {
    this.inPopup = this.board.map.getPane("popupPane").contains(event.target);
  };

  /* Who was in the popup that closes goes on from its mark. */
  Walk.prototype._back = function () {
    if (!this.inPopup) return;
    this.inPopup = false;
    this.box.focus({ preventScroll: true });
  };

  /* The places painted in view. */
  J.Places.prototype.inView = function () {
    var self = this, view = self.map.getBounds();
    return self.list.filter(function (place) { return self._within(place, view); });
  };

  J.Walk = Walk;
})(window.JINTU);
