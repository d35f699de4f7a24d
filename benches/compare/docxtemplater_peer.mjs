// The same job with docxtemplater and SheetJS. Usage: docxtemplater_peer.mjs WORKBOOK TEMPLATE FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.PEERS}/`);
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const XLSX = require("xlsx");

const [workbook, template, folder] = process.argv.slice(2);
const book = XLSX.read(readFileSync(workbook), { dense: true });
const rows = (sheet) => XLSX.utils.sheet_to_json(book.Sheets[sheet], { header: 1 }).slice(1);

const byCode = new Map();
for (const [, ten, noi_dung, chu_tri, phoi_hop, san_pham, han, code] of rows("Nhiệm vụ")) {
    if (!byCode.has(code)) byCode.set(code, new Map());
    const groups = byCode.get(code);
    if (!groups.has(ten)) groups.set(ten, []);
    groups.get(ten).push({
        noi_dung, chu_tri, phoi_hop: phoi_hop ?? "", thoi_han: han[0].toUpperCase() + han.slice(1), san_pham,
    });
}

const bytes = readFileSync(template);
rows("Thôn").forEach(([code, thon], at) => {
    let stt = 0;
    const nhom = [...byCode.get(code)].map(([ten, tasks]) => ({
        ten, nhiem_vu: tasks.map((task) => ({ stt: ++stt, ...task })),
    }));
    const paper = new Docxtemplater(new PizZip(bytes));
    paper.render({ thon, nhom });
    const made = paper.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    writeFileSync(`${folder}/${String(at + 1).padStart(4, "0")} - ${thon}.docx`, made);
});
