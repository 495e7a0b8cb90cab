// The tree's script asks gettext for these words; the library has no Chinese of its own.
Object.assign(django.catalog, {
  "Abort": "不移动",
  "As Sibling": "移到它之前(同级)",
  "As child": "移到它之下",
});
