// Draws each chart from the table beside it, so that both say the same. A press on a bar or point follows the link of its row.
// Without script the tables are there.
(() => {
  const root = document.documentElement;
  const numbers = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });
  const still = { animation: false, silent: true, symbol: "none" };
  const drawn = new Map();

  // The renderer writes its font sizes as style attributes, which our rules refuse; as properties the same is allowed.
  const { setAttribute } = SVGElement.prototype;
  SVGElement.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value; else setAttribute.call(this, name, value);
  };

  const colours = () => {
    const style = getComputedStyle(root);
    const [bar, second, late, text, lines, ground] = ["bar", "second", "late", "text", "lines", "ground"]
      .map(it => style.getPropertyValue(`--chart-${it}`).trim());
    return { bar, second, late, text, lines, ground };
  };

  const number = text => text ? Number(text) : null; // none: hidden, or nothing to tell
  const valueOf = cell => number(cell.dataset.value);
  const textOf = cell => cell.textContent.trim().replace(/\s+/g, " ");
  const read = figure => {
    const heads = [...figure.querySelectorAll("thead th")];
    const series = heads.map((head, at) => ({ name: textOf(head), at })).filter(it => heads[it.at].dataset.drawn);
    const rows = [...figure.querySelectorAll("tbody tr")].map(row => ({
      label: textOf(row.cells[0]), link: row.querySelector("a")?.href, isLate: Boolean(row.dataset.late),
      cells: [...row.cells].map(cell => ({ value: valueOf(cell), text: textOf(cell) })),
    }));
    return { series, rows, heads: heads.map(textOf), ...figure.dataset };
  };

  const told = (heads, row) => [row.label, ...row.cells.slice(1).map((cell, at) => `${heads[at + 1]}: ${cell.text}`)].join("\n");

  const shared = (it, { text, lines, ground }) => ({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    grid: { left: 8, right: 24, top: it.series.length > 1 ? 36 : 28, bottom: 4, containLabel: true },
    legend: it.series.length > 1 ? { top: 0, left: 0, selectedMode: false, textStyle: { color: text } } : undefined,
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: ground, borderColor: lines, textStyle: { color: text, fontSize: 13 },
      formatter: ({ dataIndex }) => told(it.heads, it.rows[dataIndex]),
    },
  });

  const scale = (it, { text, lines }) => ({
    type: "value", min: number(it.min), max: number(it.max), minInterval: it.whole ? 1 : undefined,
    splitNumber: 5, splitLine: { lineStyle: { color: lines } },
    axisLabel: { color: text, hideOverlap: true, formatter: value => numbers.format(value) + (it.unit ?? "") },
  });

  const labels = (it, { text, lines }) => ({
    type: "category", data: it.rows.map(row => row.label), axisTick: { show: false }, axisLine: { lineStyle: { color: lines } },
    axisLabel: { color: text, hideOverlap: true },
  });

  const line = ({ late }, name, where, position) => ({
    ...still, lineStyle: { color: late, width: 2, type: "dashed" },
    label: { formatter: name, position, color: late, fontWeight: 600, fontSize: 12 }, data: [where],
  });

  const narrow = 360; // pixels: there a third is enough for what bars are called

  const bars = (it, tones, isUpright) => {
    const category = labels(it, tones);
    const value = { ...scale(it, tones), boundaryGap: [0, it.max ? 0 : .12] }; // room for what is written above
    const own = it.series.map(({ name, at }, index) => ({
      name, type: "bar", barMaxWidth: 36, barGap: "10%",
      data: it.rows.map(row => ({
        value: row.cells[at].value, itemStyle: { color: index ? tones.second : row.isLate ? tones.late : tones.bar },
      })),
      label: {
        show: it.series.length === 1, position: isUpright ? "top" : "right", color: tones.text, fontSize: 12,
        formatter: ({ dataIndex, value }) => value ? it.rows[dataIndex].cells[at].text : "",
      },
    }));
    if (isUpright) {
      // Between two bars there is no place on their axis: the line has one of its own, from 0 to as many as there are.
      const between = { type: "value", show: false, min: 0, max: it.rows.length };
      const markLine = line(tones, it.markName, { xAxis: Number(it.mark) }, "end");
      const mark = it.mark && { type: "line", xAxisIndex: 1, data: [], ...still, markLine };
      return { ...shared(it, tones), xAxis: [category, between], yAxis: value, series: mark ? [...own, mark] : own };
    }
    category.inverse = true;
    const width = it.width < narrow ? it.width / 3 : 150;
    category.axisLabel = { ...category.axisLabel, width, overflow: "break", lineHeight: 14, hideOverlap: false, interval: 0 };
    if (it.mark) own[0].markLine = line(tones, it.markName, { xAxis: Number(it.mark) }, "start");
    return { ...shared(it, tones), xAxis: value, yAxis: category, series: own };
  };

  const course = (it, tones) => {
    const series = it.series.map(({ name, at }, index) => ({
      name, type: "line", connectNulls: false, symbol: index ? "rect" : "circle", symbolSize: 8, color: index ? tones.second : tones.bar,
      lineStyle: { width: 2 }, data: it.rows.map(row => row.cells[at].value),
    }));
    if (it.mark) series[0].markLine = line(tones, it.markName, { yAxis: Number(it.mark) }, "insideEndTop");
    return { ...shared(it, tones), xAxis: labels(it, tones), yAxis: scale(it, tones), series };
  };

  // Each office by how many promises were judged (across) and how many of them were kept (up), between limits of what chance alone does.
  const funnel = (it, tones) => {
    const [size, share] = it.series.map(column => column.at);
    const limits = JSON.parse(it.limits);
    const limit = (at, type) => ({
      ...still, type: "line", data: limits.map(row => [row[0], row[at]]), lineStyle: { color: tones.text, width: 1, type }, z: 1,
    });
    const points = {
      type: "scatter", symbolSize: 9, z: 3,
      data: it.rows.map(row => ({
        value: [row.cells[size].value, row.cells[share].value], symbol: row.isLate ? "diamond" : "circle",
        symbolSize: row.isLate ? 13 : 9, itemStyle: { color: row.isLate ? tones.late : tones.bar, opacity: .8 },
      })),
      markLine: line({ late: tones.text }, it.markName, { yAxis: Number(it.mark) }, "insideEndBottom"),
    };
    const name = { name: it.heads[size], nameLocation: "middle", nameGap: 28, nameTextStyle: { color: tones.text } };
    const across = { ...scale({ whole: "yes" }, tones), ...name };
    const series = [points, limit(1, "solid"), limit(2, "solid"), limit(3, "dotted"), limit(4, "dotted")];
    return { ...shared({ ...it, series: [] }, tones), grid: { left: 8, right: 24, top: 16, bottom: 28, containLabel: true }, xAxis: across,
      yAxis: scale(it, tones), series };
  };

  const kinds = { columns: (it, tones) => bars(it, tones, true), rows: (it, tones) => bars(it, tones, false), line: course, funnel };

  // Paper has another width than the screen: there the drawing is made smaller or larger as it is.
  const scalable = (place, chart) => place.querySelector("svg").setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);

  const draw = figure => {
    const it = read(figure);
    const place = figure.querySelector("[data-draw]");
    const chart = drawn.get(place) ?? echarts.init(place, null, { renderer: "svg" });
    if (!drawn.has(place)) {
      drawn.set(place, chart);
      new ResizeObserver(() => { chart.resize(); scalable(place, chart); }).observe(place);
      chart.on("click", ({ seriesIndex, dataIndex }) => {
        const link = (seriesIndex ?? 0) < Math.max(1, it.series.length) && it.rows[dataIndex]?.link;
        if (link) location.href = link;
      });
    }
    chart.setOption(kinds[it.chart]({ ...it, width: place.clientWidth }, colours()), true);
    chart.getZr().flush();
    scalable(place, chart);
  };

  const all = () => document.querySelectorAll("figure:has(> [data-draw])").forEach(draw);
  new MutationObserver(all).observe(root, { attributeFilter: ["data-bs-theme"] }); // day, night and paper
  document.fonts.ready.then(all);
  all();
})();
