-- SPDX-License-Identifier: EUPL-1.2
-- Parses each text by itself: a text comes as a code block, its format in the attribute "format", and leaves as a
-- division with the same identifier. Before each, its identifier goes to standard error, so that the text at which a
-- limit struck can be named.
function CodeBlock(text)
  io.stderr:write('@', text.identifier, '\n')
  io.stderr:flush()
  -- A text comes without its last line end, and a pipe table's last row needs it.
  local parsed, document = pcall(pandoc.read, text.text .. '\n', text.attributes['format'])
  if not parsed then
    return pandoc.Div({}, pandoc.Attr(text.identifier, {'unread'}))
  end
  return pandoc.Div(document.blocks, pandoc.Attr(text.identifier))
end
