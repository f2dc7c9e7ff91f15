--TEST--
Changing a list while it is walked: where the loop and the object's own cursor go
--FILE--
<?php
foreach (['SplDoublyLinkedList','SplStack','SplQueue'] as $c) foreach ([0,1,2,3,4] as $u) foreach(['unset','pop','shift','push','unshift','add','nest'] as $op) { $l=new $c; foreach(range('a','e') as $x) $l[]=$x; echo "$c $u $op: "; $n=0; foreach($l as $k=>$v) { echo "$k=$v "; if($k==$u && $n<8) { if($op=='unset') unset($l[$k]); elseif($op=='push') $l->push('P'); elseif($op=='unshift') $l->unshift('U'); elseif($op=='add') $l->add(1,'A'); elseif ($op=='nest') { foreach($l as $k2=>$v2) { echo "[$k2$v2]"; if($k2==1) break; } } else $l->$op(); } if(++$n>12) break; } echo ' : ',implode(',',iterator_to_array($l,false)),"\n"; }
foreach ([1,3] as $mode) { $l=new SplDoublyLinkedList; foreach(range('a','e') as $x) $l[]=$x; $l->setIteratorMode($mode); foreach($l as $k=>$v) { echo "$k=$v "; if($v=='c') $l->push('Z'); if (count($l)>8) break; } echo count($l),"\n"; }
// The object's own cursor.
foreach (['SplDoublyLinkedList', 'SplStack'] as $class) {
    foreach (['pop', 'shift', 'unset'] as $how) {
        $list = new $class;
        foreach (['a', 'b'] as $letter) $list[] = $letter;
        $list->rewind();
        if ($how === 'unset') unset($list[0]); else { $list->$how(); $list->$how(); }
        var_dump($list->valid(), $list->current(), $list->key());
        $list->next();
        var_dump($list->valid(), $list->key());
    }
}
--EXPECT--
SplDoublyLinkedList 0 unset: 0=a  : b,c,d,e
SplDoublyLinkedList 0 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplDoublyLinkedList 0 shift: 0=a  : b,c,d,e
SplDoublyLinkedList 0 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplDoublyLinkedList 0 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplDoublyLinkedList 0 add: 0=a 1=A 2=b 3=c 4=d 5=e  : a,A,b,c,d,e
SplDoublyLinkedList 0 nest: 0=a [0a][1b]1=b 2=c 3=d 4=e  : a,b,c,d,e
SplDoublyLinkedList 1 unset: 0=a 1=b  : a,c,d,e
SplDoublyLinkedList 1 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplDoublyLinkedList 1 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplDoublyLinkedList 1 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplDoublyLinkedList 1 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplDoublyLinkedList 1 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplDoublyLinkedList 1 nest: 0=a 1=b [0a][1b]2=c 3=d 4=e  : a,b,c,d,e
SplDoublyLinkedList 2 unset: 0=a 1=b 2=c  : a,b,d,e
SplDoublyLinkedList 2 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplDoublyLinkedList 2 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplDoublyLinkedList 2 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplDoublyLinkedList 2 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplDoublyLinkedList 2 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplDoublyLinkedList 2 nest: 0=a 1=b 2=c [0a][1b]3=d 4=e  : a,b,c,d,e
SplDoublyLinkedList 3 unset: 0=a 1=b 2=c 3=d  : a,b,c,e
SplDoublyLinkedList 3 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplDoublyLinkedList 3 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplDoublyLinkedList 3 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplDoublyLinkedList 3 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplDoublyLinkedList 3 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplDoublyLinkedList 3 nest: 0=a 1=b 2=c 3=d [0a][1b]4=e  : a,b,c,d,e
SplDoublyLinkedList 4 unset: 0=a 1=b 2=c 3=d 4=e  : a,b,c,d
SplDoublyLinkedList 4 pop: 0=a 1=b 2=c 3=d 4=e  : a,b,c,d
SplDoublyLinkedList 4 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplDoublyLinkedList 4 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplDoublyLinkedList 4 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplDoublyLinkedList 4 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplDoublyLinkedList 4 nest: 0=a 1=b 2=c 3=d 4=e [0a][1b] : a,b,c,d,e
SplStack 0 unset: 4=e 3=d 2=c 1=b 0=a  : d,c,b,a
SplStack 0 pop: 4=e 3=d 2=c 1=b 0=a  : d,c,b,a
SplStack 0 shift: 4=e 3=d 2=c 1=b 0=a  : e,d,c,b
SplStack 0 push: 4=e 3=d 2=c 1=b 0=a  : P,e,d,c,b,a
SplStack 0 unshift: 4=e 3=d 2=c 1=b 0=a -1=U  : e,d,c,b,a,U
SplStack 0 add: 4=e 3=d 2=c 1=b 0=a  : e,d,A,c,b,a
SplStack 0 nest: 4=e 3=d 2=c 1=b 0=a [4e][3d][2c][1b] : e,d,c,b,a
SplStack 1 unset: 4=e 3=d 2=c 1=b 0=a  : e,c,b,a
SplStack 1 pop: 4=e 3=d 2=c 1=b 0=a  : d,c,b,a
SplStack 1 shift: 4=e 3=d 2=c 1=b  : e,d,c,b
SplStack 1 push: 4=e 3=d 2=c 1=b 0=a  : P,e,d,c,b,a
SplStack 1 unshift: 4=e 3=d 2=c 1=b 0=a -1=U  : e,d,c,b,a,U
SplStack 1 add: 4=e 3=d 2=c 1=b 0=a  : e,d,A,c,b,a
SplStack 1 nest: 4=e 3=d 2=c 1=b [4e][3d][2c][1b]0=a  : e,d,c,b,a
SplStack 2 unset: 4=e 3=d 2=c  : e,d,b,a
SplStack 2 pop: 4=e 3=d 2=c 1=b 0=a  : d,c,b,a
SplStack 2 shift: 4=e 3=d 2=c 1=b  : e,d,c,b
SplStack 2 push: 4=e 3=d 2=c 1=b 0=a  : P,e,d,c,b,a
SplStack 2 unshift: 4=e 3=d 2=c 1=b 0=a -1=U  : e,d,c,b,a,U
SplStack 2 add: 4=e 3=d 2=c 1=b 0=a  : e,d,A,c,b,a
SplStack 2 nest: 4=e 3=d 2=c [4e][3d][2c][1b]1=b 0=a  : e,d,c,b,a
SplStack 3 unset: 4=e 3=d 2=c 1=a  : e,d,c,a
SplStack 3 pop: 4=e 3=d 2=c 1=b 0=a  : d,c,b,a
SplStack 3 shift: 4=e 3=d 2=c 1=b  : e,d,c,b
SplStack 3 push: 4=e 3=d 2=c 1=b 0=a  : P,e,d,c,b,a
SplStack 3 unshift: 4=e 3=d 2=c 1=b 0=a -1=U  : e,d,c,b,a,U
SplStack 3 add: 4=e 3=d 2=A 1=c 0=b -1=a  : e,d,A,c,b,a
SplStack 3 nest: 4=e 3=d [4e][3d][2c][1b]2=c 1=b 0=a  : e,d,c,b,a
SplStack 4 unset: 4=e 3=d 2=c 1=b  : e,d,c,b
SplStack 4 pop: 4=e  : d,c,b,a
SplStack 4 shift: 4=e 3=d 2=c 1=b  : e,d,c,b
SplStack 4 push: 4=e 3=d 2=c 1=b 0=a  : P,e,d,c,b,a
SplStack 4 unshift: 4=e 3=d 2=c 1=b 0=a -1=U  : e,d,c,b,a,U
SplStack 4 add: 4=e 3=d 2=A 1=c 0=b -1=a  : e,d,A,c,b,a
SplStack 4 nest: 4=e [4e][3d][2c][1b]3=d 2=c 1=b 0=a  : e,d,c,b,a
SplQueue 0 unset: 0=a  : b,c,d,e
SplQueue 0 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplQueue 0 shift: 0=a  : b,c,d,e
SplQueue 0 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplQueue 0 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplQueue 0 add: 0=a 1=A 2=b 3=c 4=d 5=e  : a,A,b,c,d,e
SplQueue 0 nest: 0=a [0a][1b]1=b 2=c 3=d 4=e  : a,b,c,d,e
SplQueue 1 unset: 0=a 1=b  : a,c,d,e
SplQueue 1 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplQueue 1 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplQueue 1 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplQueue 1 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplQueue 1 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplQueue 1 nest: 0=a 1=b [0a][1b]2=c 3=d 4=e  : a,b,c,d,e
SplQueue 2 unset: 0=a 1=b 2=c  : a,b,d,e
SplQueue 2 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplQueue 2 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplQueue 2 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplQueue 2 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplQueue 2 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplQueue 2 nest: 0=a 1=b 2=c [0a][1b]3=d 4=e  : a,b,c,d,e
SplQueue 3 unset: 0=a 1=b 2=c 3=d  : a,b,c,e
SplQueue 3 pop: 0=a 1=b 2=c 3=d  : a,b,c,d
SplQueue 3 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplQueue 3 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplQueue 3 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplQueue 3 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplQueue 3 nest: 0=a 1=b 2=c 3=d [0a][1b]4=e  : a,b,c,d,e
SplQueue 4 unset: 0=a 1=b 2=c 3=d 4=e  : a,b,c,d
SplQueue 4 pop: 0=a 1=b 2=c 3=d 4=e  : a,b,c,d
SplQueue 4 shift: 0=a 1=b 2=c 3=d 4=e  : b,c,d,e
SplQueue 4 push: 0=a 1=b 2=c 3=d 4=e 5=P  : a,b,c,d,e,P
SplQueue 4 unshift: 0=a 1=b 2=c 3=d 4=e  : U,a,b,c,d,e
SplQueue 4 add: 0=a 1=b 2=c 3=d 4=e  : a,A,b,c,d,e
SplQueue 4 nest: 0=a 1=b 2=c 3=d 4=e [0a][1b] : a,b,c,d,e
0=a 0=b 0=c 0=d 0=e 0=Z 0
4=e 3=d 2=c 1=b 0=a 1
bool(true)
NULL
int(0)
bool(false)
int(1)
bool(true)
NULL
int(0)
bool(false)
int(1)
bool(false)
NULL
int(0)
bool(false)
int(0)
bool(true)
NULL
int(1)
bool(false)
int(0)
bool(true)
NULL
int(1)
bool(false)
int(0)
bool(false)
NULL
int(1)
bool(false)
int(1)
