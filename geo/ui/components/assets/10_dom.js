/* Elements from plain text only: nothing here, or in any other file, writes innerHTML. */
"use strict";
window.JINTU = {};
(function (J) {
  var SVG = "http://www.w3.org/2000/svg";
  var fetched = new Map();

  /* Make an element; `text` becomes textContent, `children` are nodes. */
  J.el = function (tag, className, text, children) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined && text !== null) node.textContent = String(text);
    (children || []).forEach(function (child) { if (child) node.appendChild(child); });
    return node;
  };

  J.svg = function (tag, attributes, children) {
    var node = document.createElementNS(SVG, tag);
    Object.keys(attributes).forEach(function (name) { node.setAttribute(name, attributes[name]); });
    (children || []).forEach(function (child) { node.appendChild(child); });
    return node;
  };

  /* A glyph of the theme table on its disc. */
  J.glyph = function (style, size) {
    return J.svg("svg", { viewBox: "0 0 24 24", width: size, height: size, "class": "jt-glyph", "aria-hidden": "true" }, [
      J.svg("circle", { cx: 12, cy: 12, r: 12, fill: style.colour }),
      J.svg("path", { d: style.glyph, fill: style.ink, "fill-rule": "evenodd", transform: "translate(4.8 4.8) scale(.6)" })
    ]);
  };

  /* Fetch JSON once for each address. */
  J.json = function (url) {
    if (!fetched.has(url)) {
      var promise = fetch(url, { credentials: "same-origin" }).then(function (response) {
        if (!response.ok) throw new Error("HTTP " + response.status);
        return response.json();
      });
      promise.catch(function () { fetched.delete(url); });
      fetched.set(url, promise);
    }
    return fetched.get(url);
  };

  /* Hand JSON over for an address, for a page that carries its data. */
  J.preload = function (url, value) { fetched.set(url, Promise.resolve(value)); };

  J.bytes = function (base64) {
    return Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); });
  };

  J.bit = function (bytes, i) { return (bytes[i >> 3] >> (i & 7)) & 1; };

  /* The caption for a key, or the key itself. */
  J.caption = function (client, key) {
    return Object.prototype.hasOwnProperty.call(client.captions, key) ? client.captions[key] : key;
  };

  J.format = function (pattern, values) {
    return Object.keys(values).reduce(function (text, name) {
      return text.split("{" + name + "}").join(String(values[name]));
    }, pattern);
  };

  /* Tell whether the page around the map is dark. */
  J.dark = function () {
    try {
      var app = window.parent.document.querySelector(".stApp") || window.parent.document.body;
      var rgb = getComputedStyle(app).backgroundColor.match(/[\d.]+/g).map(Number);
      if (rgb.length === 4 && rgb[3] === 0) return false;
      return rgb[0] * 0.299 + rgb[1] * 0.587 + rgb[2] * 0.114 < 128;
    } catch (error) {
      return window.matchMedia("(prefers-color-scheme: dark)").matches;
    }
  };
})(window.JINTU);
