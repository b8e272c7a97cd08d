from courses.catalog.rendering.clauses import paragraphs, sentence


def test_chinese_breaks_after_each_clause_and_keeps_closing_quotes() -> None:
    found = paragraphs("她说：“好。”走了！", language="zh-hans")

    assert found == ['<span class="cl">她说：</span><span class="cl">“好。”</span><span class="cl">走了！</span>']


def test_english_breaks_after_each_sentence_but_not_inside_a_number() -> None:
    found = sentence("You lose ¥3.18. Why?", language="en")

    assert found == '<span class="cl">You lose ¥3.18.</span> <span class="cl">Why?</span>'


def test_one_clause_needs_no_marks() -> None:
    assert sentence("How much", language="en") == "How much"


def test_a_link_is_never_torn_apart() -> None:
    (found,) = paragraphs("排队，这叫[排序。分数](term:ranking)。", language="zh-hans")

    assert '<a href="#word-ranking" data-term="ranking">排序。分数</a>' in found


def test_a_dated_fact_is_opened_like_a_word_under_a_name_that_no_word_has() -> None:
    (found,) = paragraphs("See [today’s number](fact:V05).", language="en")

    assert found == 'See <a href="#word-fact:V05" data-term="fact:V05">today’s number</a>.'


def test_a_line_break_of_the_author_is_a_breath() -> None:
    (found,) = paragraphs("搜索先把词对得上的\n商品挑出来。", language="zh-hans")

    assert found == '<span class="cl">搜索先把词对得上的</span><span class="cl">商品挑出来。</span>'


def test_what_looks_like_html_is_shown_as_text() -> None:
    (found,) = paragraphs('<script>x</script> [y](javascript:alert) <img src=x onerror="z">', language="en")

    assert "<script" not in found
    assert "<img" not in found
    assert "<a" not in found


def test_a_term_cannot_break_out_of_its_attribute() -> None:
    (found,) = paragraphs('[x](term:a"onclick=b)', language="en")

    assert 'onclick=b"' not in found.replace("&quot;onclick", "").replace("%22onclick", "")
