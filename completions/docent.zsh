#compdef docent
# Completes docent in zsh: source this file after compinit, or put it into a folder of fpath as _docent.
# It is what `docent completion zsh` prints.

_docent_models() {
  local -a whole begun
  whole=(offline)
  begun=(openai: ollama: anthropic: gemini:)
  compadd -a whole
  compadd -S '' -a begun
}

_docent() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a commands common
  commands=(
    'ask:Answers a question, with the words the answer rests on'
    'search:Shows the passages that fit best, without reading an answer out of them'
    'documents:Shows each document with its segments, language, when it was read, and problems'
    'reload:Brings the index in line with the folder and says what changed'
    'eval:Asks questions with expected answers (JSON Lines) and counts'
    'gaps:Shows what was asked and not answered, so that you see which document is missing'
    'doctor:Shows what is set, what works, and what to do about the rest'
    'help:Shows the commands, or one of them'
    'completion:Prints a script that completes commands, options and files in a shell'
    'telegram:Runs the Telegram bot'
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
        ask) _arguments -S : $common '--batch=[questions as JSON Lines; '\''-'\'' is standard input]:file:_files' '--json[the answer as JSON]' ;;
        search) _arguments -S : $common '-k[how many passages (5)]:number: ' '--limit=[how many passages (5)]:number: ' '--json[the passages as JSON]' ;;
        documents) _arguments -S : $common '--json[the documents as JSON]' ;;
        reload) _arguments -S : $common '--confirm[even if all or most documents go]' '--wait[for another reload that is under way]' '--json[the receipt as JSON]' ;;
        eval) _arguments -S : $common '--min-answered=[at least so many answered]:number: ' '--min-correct=[at least so many correct]:number: ' '--min-abstained-rightly=[at least so many abstained rightly]:number: ' '--min-verbatim-citations=[at least so many verbatim citations]:number: ' '--min-right-document=[at least so many from an expected document]:number: ' '--against=[the JSON of an earlier run: which questions changed]:file:_files' '--json[the figures as JSON, with a verdict a question]' '1:file:_files' ;;
        gaps) _arguments -S : $common '--clear[forget them]' '--json[the gaps as JSON]' ;;
        doctor) _arguments -S : $common '--json[the findings as JSON]' ;;
        telegram) _arguments -S : $common '--rehearse[try it here, without Telegram]' ;;
        help) _arguments -S : $common '1:command:(ask search documents reload eval gaps doctor help completion telegram)' ;;
        completion) _arguments -S : $common '1:shell:(bash zsh fish)' ;;
      esac ;;
  esac
}

if [[ $funcstack[1] == _docent ]]; then _docent "$@"; else compdef _docent docent; fi
