/* One map and what is shown on it now. Streamlit sends a new view for each change; the map itself stays. */
"use strict";
(function (J) {
  var POPUP_FRAME = 110, LEAST_ROOM = 240; // pixels: search box, borders and tip; a popup worth reading

  function Board(map, config) {
    this.map = map;
    this.memory = config.memory;
    this.turn = 0;
    this.opened = 0;
    this.basemap = new J.Basemap(map, config.basemap);
    this.labels = new J.Labels(this._names.bind(this), this._discs.bind(this)).addTo(map);
    this.search = new J.Search(this._find.bind(this), this._fly.bind(this)).addTo(map);
    this.legend = new J.Legend().addTo(map);
    this.tools = new J.Tools(config.crs).addTo(map);
    this.tip = L.tooltip({ direction: "top", offset: [0, -8], className: "jt-tip" });
    map.on("mousemove", this._moveTip, this);
    map.on("popupclose", this._closed, this);
    this.walk = new J.Walk(this);
    map.on("moveend", this._remember, this);
    this._recall();
    this._background(config.basemap);
    this._follow();
  }

  Board.prototype._background = function (url) {
    var self = this;
    var placed = new Promise(function (resolve) { self.placed = resolve; });
    self.basemap.load(placed).catch(function (error) { self._fail(error); });
    placed.then(function () { return J.json(url + "labels.json"); }).then(function (rows) {
      self.labels.base = rows;
      self.labels.draw();
    });
    if (window.Streamlit) window.Streamlit.events.addEventListener("streamlit:render", function () { if (self.basemap.paint()) self.labels.draw(); });
  };

  Board.prototype._names = function () { return this.places && this.places.list ? this.places.names(this.client) : []; };

  Board.prototype._discs = function () { return this.places && this.places.list ? this.places.boxes() : []; };

  Board.prototype._find = function (text) {
    var client = this.client;
    return this.places.find(text).map(function (place) {
      return Object.assign({ where: [J.caption(client, "kind." + place.kind), place.where].filter(Boolean).join(" · ") }, { name: J.said(client, place), id: place.id });
    });
  };

  /* Show a view: fetch what is not here yet, then repaint. A later view overtakes an earlier one. */
  Board.prototype.show = function (view, layer) {
    var self = this, turn = self.turn += 1;
    self.layer = layer;
    return Promise.all([J.json(view.client), J.json(view.data + "/places.json")]).then(function (got) {
      if (turn !== self.turn) return;
      self.client = got[0];
      self._ground(view.ground);
      self._use(view, got[1]);
      self._frame(view.frame);
      self._paint(view);
      self._openAsked(view);
      self.began = true;
      if (self.moved) self._remember(); // the server wrote the address with the view that was when it was asked
      document.documentElement.setAttribute("data-jt-turn", String(turn));
    }).catch(function (error) { self._fail(error); }).then(function () {
      requestAnimationFrame(function () { self.placed(); self._tell(view.drawn); });
    });
  };

  /* Tell the server, once, that the map stands: it holds back what would have delayed it. */
  Board.prototype._tell = function (url) {
    if (!url || this.told === url) return;
    this.told = url;
    fetch(url, { method: "POST" }).catch(function () {}); // untold, the server waits no longer than its patience
  };

  /* What the places are drawn on: the vector map, nothing, or tiles. */
  Board.prototype._ground = function (ground) {
    var map = this.map;
    if (this.ground === ground.key) return;
    this.ground = ground.key;
    this.tools.shifted = ground.shifted;
    (this.tiles || []).forEach(function (layer) { map.removeLayer(layer); });
    this._notice(null);
    if (!map.getPane("jt-tiles")) map.createPane("jt-tiles").style.zIndex = 150;
    this.tiles = ground.urls.map(function (url) {
      var options = { pane: "jt-tiles", maxZoom: 19, minNativeZoom: ground.min_zoom, maxNativeZoom: ground.max_zoom };
      if (ground.subdomains) options.subdomains = ground.subdomains;
      if (ground.bounds) options.bounds = ground.bounds;
      return this._watched(L.tileLayer(url, options)).addTo(map);
    }, this);
    map.getPane("jt-base").style.display = ground.key === "vector" ? "" : "none";
    this.labels.bare = ground.key !== "vector";
  };

  /* Say so where not one tile of a base map comes: without a network the map would be blank and tell nobody why. */
  Board.prototype._watched = function (layer) {
    var self = this, came = false;
    layer.on("tileload", function () { came = true; self._notice(null); });
    layer.on("tileerror", function () { if (!came) self._notice(J.caption(self.client, "basemap.failed")); });
    return layer;
  };

  Board.prototype._use = function (view, collection) {
    if (this.places && this.places.url === view.data) return;
    if (this.places) { this.places.remove(); this.map.closePopup(); }
    this.places = new J.Places(this.map, view.data);
    this.places.onopen = this._press.bind(this);
    this.places.onhover = this._hover.bind(this);
    this.places.build(collection);
  };

  /* Bring the places that a page speaks of into sight, once for each lot of them. */
  Board.prototype._frame = function (frame) {
    if (!frame || String(frame) === this.framed) return;
    this.framed = String(frame);
    this.map.fitBounds([[frame[1], frame[0]], [frame[3], frame[2]]], { maxZoom: 10, padding: [40, 40], animate: false });
  };

  Board.prototype._paint = function (view) {
    var bytes = J.bytes(view.paint);
    this.shown = J.bytes(view.shown);
    this.places.paint(bytes, J.styles(this.client));
    this.labels.draw();
    this.search.caption(J.caption(this.client, "search.placeholder"), J.caption(this.client, "search.nothing"));
    this.tools.caption(this.client);
    this._attribute([view.ground.attribution, J.caption(this.client, "map.attribution")].filter(Boolean).join(" · "));
    this.legend.update(this.client, new Set(view.themes));
    this.walk.caption(this.client);
    this._renew(view);
  };

  /* Bring an open popup in line with a view; where what it says stays, so do its focus and its scrolling. */
  Board.prototype._renew = function (view) {
    var said = view.client + " " + view.shown;
    if (this.current && !this.places.visible(this.current.i)) this.map.closePopup();
    else if (this.current && said !== this.said) this._refill();
    this.said = said;
  };

  /* Leaflet writes attributions as HTML; the caption table's are plain text, and stay so. */
  Board.prototype._attribute = function (text) {
    this.map.attributionControl.getContainer().textContent = text;
  };

  Board.prototype._openAsked = function (view) {
    if (!view.open || view.open[1] === this.opened) return;
    this.opened = view.open[1];
    var place = this.places.byId.get(view.open[0]);
    if (!place || !place.point) return;
    var at = L.latLng(place.point[1], place.point[0]);
    // A link brings its own view: what lies in it opens where it is.
    if (!this.began && this.map.getBounds().contains(at)) this.open(place, this.places.standing(place, at), true);
    else this._fly(place, true);
  };

  Board.prototype._fly = function (found, silent) {
    var place = this.places.byId.get(found.id);
    var at = L.latLng(place.point[1], place.point[0]);
    var b = place.bounds;
    this.map.closePopup();
    if (b) this.map.fitBounds([[b[1], b[0]], [b[3], b[2]]], { maxZoom: 12, padding: [40, 40], animate: false });
    else this.map.setView(at, Math.max(this.map.getZoom(), 11), { animate: false });
    this.open(place, this.places.standing(place, at), silent === true, true);
  };

  /* A click on a mark: for the tool in use, or else to open the place. */
  Board.prototype._press = function (place, at) {
    if (!this.tools.take(at)) this.open(place, at);
  };

  /* Open a place's popup; tell the server which one, unless it asked for it. `tall` where the view is new anyway. */
  Board.prototype.open = function (place, at, silent, tall) {
    this._hover(null);
    this.wanted = place;
    return this._content(place).then(function (content) {
      if (this.wanted !== place || !content) return;
      var height = this._room(at, tall), width = Math.min(330, this.map.getSize().x - 60);
      var popup = L.popup({ maxWidth: width, minWidth: Math.min(230, width), maxHeight: height, className: "jt-frame", autoPanPaddingTopLeft: [14, 54], autoPanPaddingBottomRight: [14, 14] });
      popup.setLatLng(at).setContent(content).openOn(this.map);
      popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", J.caption(this.client, "popup.close"));
      this.popup = popup;
      this.current = place;
      this.places.highlight(place, J.styles(this.client));
      this.map.getContainer().classList.add("jt-open");
      this._lightNames(place.id);
      if (!silent) this._report(place.id);
    }.bind(this));
  };

  /* The height that a popup may take: what is free above its mark; where that is too little to read, the map moves. */
  Board.prototype._room = function (at, tall) {
    var most = Math.max(160, Math.min(380, this.map.getSize().y - 130));
    return tall ? most : Math.min(most, Math.max(LEAST_ROOM, this.map.latLngToContainerPoint(at).y - POPUP_FRAME));
  };

  Board.prototype._content = function (place) {
    var self = this;
    return self.places.details(place).then(function (details) {
      return J.popup(self.client, self.places.articles, place, details, self.shown);
    }).catch(function (error) { self._fail(error); });
  };

  /* Bring an open popup in line with the filter. */
  Board.prototype._refill = function () {
    var self = this, popup = self.popup;
    self._content(self.current).then(function (content) {
      if (!content || self.popup !== popup) return;
      popup.options.autoPan = false; // the view is the user's by now
      var focused = popup.getElement().contains(document.activeElement);
      popup.setContent(content);
      if (focused) content.focus({ preventScroll: true });
    });
  };

  Board.prototype._closed = function (event) {
    if (event.popup !== this.popup) return;
    this.current = null;
    this.popup = null;
    this.places.highlight(null);
    this._lightNames(null);
    this.map.getContainer().classList.remove("jt-open");
  };

  /* The component listens to clicks on the layer it was given; what it sends on is the place's id alone. */
  Board.prototype._report = function (id) {
    // Written here and not by the server, whose answer would bring back the view as it was before the popup moved it.
    if (this.memory) this._address("place", id);
    this.reports = (this.reports || 0) + 1;
    var message = { type: "Feature", id: id, geometry: null, properties: { turn: this.reports } };
    this.layer.fire("click", { layer: { toGeoJSON: function () { return message; } } });
  };

  Board.prototype._hover = function (place) {
    this.hovered = place;
    if (!this.current) this._lightNames(place ? place.id : null);
    if (!place) this.map.removeLayer(this.tip);
  };

  Board.prototype._moveTip = function (event) {
    if (!this.hovered || (this.current && this.current.id === this.hovered.id)) return;
    this.tip.setContent(J.el("span", null, J.said(this.client, this.hovered))).setLatLng(event.latlng).addTo(this.map);
  };

  /* Where the page shows an article's text: pointing at a name lights its place, opening a place lights its names. */
  Board.prototype._follow = function () {
    var self = this;
    if (!window.Streamlit) return;
    var page = window.parent.document;
    var placeOf = function (event) {
      var mark = event.target.closest ? event.target.closest(".jt-reader mark[data-place]") : null;
      return mark && self.places && self.places.byId ? self.places.byId.get(mark.getAttribute("data-place")) : null;
    };
    var light = function (event) {
      var place = placeOf(event);
      if (self.places && !self.current) self.places.highlight(place && place.point ? place : null, J.styles(self.client));
    };
    var open = function (event) {
      var place = placeOf(event);
      if (place && place.point && (event.type === "click" || event.key === "Enter")) self._fly(place);
    };
    page.addEventListener("mouseover", light);
    page.addEventListener("click", open);
    page.addEventListener("keydown", open);
    window.addEventListener("pagehide", function () {
      page.removeEventListener("mouseover", light);
      page.removeEventListener("click", open);
      page.removeEventListener("keydown", open);
    });
  };

  Board.prototype._lightNames = function (id) {
    if (!window.Streamlit) return;
    window.parent.document.querySelectorAll(".jt-reader mark[data-place]").forEach(function (mark) {
      mark.classList.toggle("jt-lit", id !== null && mark.getAttribute("data-place") === id);
    });
  };

  /* Keep pan and zoom in the page's address, so that a link brings the same view, and in the page for the next map. */
  Board.prototype._remember = function () {
    if (!this.memory) return;
    this.moved = true;
    var centre = this.map.getCenter(), kept = window.parent.jintuViews = window.parent.jintuViews || {};
    kept[this.memory] = [[centre.lat, centre.lng], this.map.getZoom()];
    this._address("view", [this.map.getZoom(), centre.lng.toFixed(4), centre.lat.toFixed(4)].join(","));
  };

  Board.prototype._address = function (name, value) {
    var url = new URL(window.parent.location.href);
    if (url.searchParams.get(name) === value) return;
    url.searchParams.set(name, value);
    window.parent.history.replaceState(window.parent.history.state, "", url);
  };

  /* Go on where the user left the map of these places, to look at another page. */
  Board.prototype._recall = function () {
    var kept = this.memory && (window.parent.jintuViews || {})[this.memory];
    if (kept) this.map.setView(kept[0], kept[1], { animate: false });
  };

  Board.prototype._fail = function (error) {
    this._notice(this.client ? J.caption(this.client, "map.failed") : "地图数据没有取到，请刷新页面。 / The map data did not arrive; reload the page.");
    console.error(error);
  };

  /* Put a sentence on the map in the place of the one before; null for none. */
  Board.prototype._notice = function (text) {
    if (this.notice) this.notice.remove();
    this.notice = null;
    if (!text) return;
    this.notice = L.control({ position: "topright" });
    this.notice.onAdd = function () { return J.el("div", "jt-notice leaflet-bar", text); };
    this.notice.addTo(this.map);
  };

  /* Called by the map's skeleton, once. */
  J.install = function (map, config) {
    map.attributionControl.setPrefix(false);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    map.jintu = new Board(map, config);
  };

  /* Called for each change: a layer that shows nothing itself and tells the board what to show. */
  J.View = L.Layer.extend({
    initialize: function (view) { this.view = view; },
    onAdd: function (map) { map.jintu.show(this.view, this); },
    onRemove: function () { return this; }
  });
})(window.JINTU);
