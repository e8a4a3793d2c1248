-- SPDX-License-Identifier: EUPL-1.2
-- Slices a rewritten form: what stands between two marker paragraphs becomes a division with the region's name, and its
-- Markdown goes with it as an attribute, so that one run gives both. The markers' stem and the dialect come as metadata.
function Pandoc(document)
  local stem = pandoc.utils.stringify(document.meta['stem'])
  local dialect = pandoc.utils.stringify(document.meta['dialect'])
  local regions = {}
  local open, name = nil, nil
  for _, block in ipairs(document.blocks) do
    local text = block.t == 'Para' and pandoc.utils.stringify(block) or ''
    local side, region = text:match('^' .. stem .. '([be])(.+)$')
    if side == 'b' then
      open, name = {}, region
    elseif side == 'e' then
      local markdown = pandoc.write(pandoc.Pandoc(open), dialect)
      table.insert(regions, pandoc.Div(open, pandoc.Attr(name, {}, {markdown = markdown})))
      open = nil
    elseif open then
      table.insert(open, block)
    end
  end
  return pandoc.Pandoc(regions)
end
