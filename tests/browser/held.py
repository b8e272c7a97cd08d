"""What a phone holds by now, asked in its page: practices in its cache, modules in its database."""

HAS_ALL = """async tools => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration || !registration.active || registration.active.state !== "activated") return false;
    const kept = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
    const known = ["/app", ...tools.map((tool) => `/static/tools/${tool}-`)];
    return known.every((file) => kept.some((path) => path.startsWith(file)));
}"""
HAS_MODULE = """async module => {
    if (!(await indexedDB.databases()).some(({name}) => name === "xiangke")) return false;
    const packs = await new Promise((told) => {
        const open = indexedDB.open("xiangke");
        open.onsuccess = () => {
            const ask = open.result.transaction("packs").objectStore("packs").getAll();
            ask.onsuccess = () => { open.result.close(); told(ask.result); };
        };
    });
    const isWhole = ({manifest, complete, held}) => complete || (held || []).length === manifest.lessons.length;
    return packs.some((pack) => pack.module === module && isWhole(pack));
}"""
HAS_WHOLE = """async tools => {
    const kept = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
    const list = kept.find((path) => /\\/practices-[^/]*[.]js$/.test(path));
    if (!list) return false;
    const {default: files} = await import(list);
    return tools.every((tool) => files[tool].every(([path]) => kept.includes(new URL(path, location.origin).pathname)));
}"""
