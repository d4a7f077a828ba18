#compdef docent
# Completes docent in zsh: source this file after compinit, or put it into a folder of fpath as _docent.
# It is what `docent completion zsh` prints.

_docent_models() {
  local -a whole begun
  whole=(@WHOLE_MODELS@)
  begun=(@BEGUN_MODELS@)
  compadd -a whole
  compadd -S '' -a begun
}

_docent() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a commands common
  commands=(
@COMMANDS@
  )
  common=(
    '--knowledge=[the folder with the documents]:folder:_files -/'
    '--model=[which model answers]:model:_docent_models'
    '(-h --help)'{-h,--help}'[what there is to say about it]'
  )
  _arguments -C -S : $common '--json[JSON instead of text]' '--version[which Docent this is]' \
    '1:command:->command' '*::word:->word'
  case $state in
    command) _describe command commands ;;
    word)
      case $words[1] in
@OPTIONS@
        help) _arguments -S : $common '1:command:(@TOPICS@)' ;;
        completion) _arguments -S : $common '1:shell:(bash zsh fish)' ;;
      esac ;;
  esac
}

if [[ $funcstack[1] == _docent ]]; then _docent "$@"; else compdef _docent docent; fi
