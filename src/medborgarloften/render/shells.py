"""The scripts by which shells ask for completions.

A shell hands over the words so far, one a line in `_LOFTEN_COMPLETE`, the last one being written; `loften`
answers with a line for each way to go on: the word, a tab, and what it means.
"""

SHELLS = ("bash", "zsh", "fish", "powershell")

_BASH = r"""
_loften_complete() {
    local cur="${COMP_WORDS[COMP_CWORD]}" line
    COMPREPLY=()
    while IFS= read -r line; do
        line="${line%%$'\t'*}"
        case "$cur" in
            [\"\']*) COMPREPLY+=("$line") ;;
            *) COMPREPLY+=("$(printf '%q' "$line")") ;;
        esac
        [[ "$line" == *= ]] && compopt -o nospace
    done < <(
        export _LOFTEN_COMPLETE="$(IFS=$'\n'; echo "${COMP_WORDS[*]:0:COMP_CWORD+1}"; echo x)"
        loften 2>/dev/null
    )
}
complete -o default -F _loften_complete loften
"""
_ZSH = r"""#compdef loften
_loften() {
    local line
    local -a answers shown
    for line in "${(@f)$(_LOFTEN_COMPLETE="${(pj:\n:)words[1,CURRENT]}"$'\nx' loften 2>/dev/null)}"; do
        [[ -n "$line" ]] || continue
        answers+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
    done
    if (( $#answers )); then
        compadd -U -l -d shown -- "${answers[@]}"
    else
        _files
    fi
}
if [[ "${funcstack[1]}" == _loften ]]; then
    _loften "$@"
else
    compdef _loften loften
fi
"""
_FISH = r"""
function _loften_complete
    set -lx _LOFTEN_COMPLETE (begin; commandline -opc; commandline -ct; echo x; end | string collect)
    loften 2>/dev/null
end
complete -c loften -a '(_loften_complete)'
"""
_POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName loften -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($_.Value) { $_.Value } else { $_.Extent.Text } })
    [Console]::OutputEncoding = [Text.Encoding]::UTF8
    $env:_LOFTEN_COMPLETE = (@($words) + @($wordToComplete, 'x')) -join "`n"
    try {
        loften 2>$null | ForEach-Object {
            $word, $meaning = $_ -split "`t", 2
            if (-not $meaning) { $meaning = $word }
            $text = if ($word -match '\s') { "'" + ($word -replace "'", "''") + "'" } else { $word }
            [Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $meaning)
        }
    } finally {
        Remove-Item Env:_LOFTEN_COMPLETE
    }
}
"""
_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}


def script(shell: str) -> str:
    """Return the script of one of `SHELLS`."""
    return _SCRIPTS[shell].lstrip("\n")
